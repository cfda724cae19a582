package io.phoenix.activity.analysis;

import io.phoenix.domain.analysis.MetricOutcome;
import java.util.Optional;

/**
 * The ratio was far from the threshold at every single step: twice its whole range away.
 *
 * <p>Needs no error bar and no memory, speaks of this run alone. Counts that drift with births and deaths would otherwise
 * be undecidable in short runs although the saving was there at every step.
 */
final class FarFromThreshold {
    static final int FEWEST_PAIRS = 60;

    private FarFromThreshold() {}

    /** Pass below, fail above the threshold; empty when the rule does not decide. */
    static Optional<MetricOutcome> judge(PairedSeries pairs, double threshold) {
        if (pairs.size() < FEWEST_PAIRS) {
            return Optional.empty();
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < pairs.size(); t++) {
            if (pairs.baseline()[t] <= 0) {
                return Optional.empty();
            }
            double ratio = pairs.candidate()[t] / pairs.baseline()[t];
            lowest = Math.min(lowest, ratio);
            highest = Math.max(highest, ratio);
        }
        double range = highest - lowest;
        if (highest + 2 * range <= threshold) {
            return Optional.of(MetricOutcome.PASS);
        }
        return lowest - 2 * range >= threshold ? Optional.of(MetricOutcome.FAIL) : Optional.empty();
    }
}
