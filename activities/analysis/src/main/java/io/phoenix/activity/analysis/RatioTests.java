package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Welch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Two-sided p-values of the hypothesis that the true ratio is 1, by the engine and by the estimators that it shows beside
 * its own: what a calibration counts. NaN where a method has nothing to say.
 *
 * @param ratio of the means, candidate to baseline
 * @param standing what the engine makes of the primary estimate
 */
public record RatioTests(
        double ratio, double primary, double neweyWest, double eightBlocks, double welch, Standing standing) {
    /** Whether an error bar may decide. */
    public enum Standing {
        DECIDES,
        /** The run is too short, in pairs or against its memory, or stood still on too few levels. */
        HELD_BACK,
        /** Every single step was so far from 1 that no error bar is asked. */
        FAR_FROM_THRESHOLD
    }

    /** @param memory declared; zero: none */
    public static RatioTests of(double[] baseline, double[] candidate, Duration duration, Duration memory) {
        PairedSeries pairs = PairedSeries.of(baseline, candidate);
        double welch = Welch.of(baseline, candidate).pValue();
        if (!RatioInference.applies(pairs)) {
            return new RatioTests(Double.NaN, Double.NaN, Double.NaN, Double.NaN, welch, Standing.HELD_BACK);
        }
        Inference inference = RatioInference.of(pairs, new MemoryGate(duration, memory));
        return new RatioTests(
                pairs.candidateMean() / pairs.baselineMean(),
                pValue(inference.estimate()),
                NeweyWest.of(pairs).map(found -> found.estimate().pValue(1)).orElse(Double.NaN),
                EightBlocks.of(pairs).map(found -> found.estimate().pValue(1)).orElse(Double.NaN),
                welch,
                standing(inference, pairs));
    }

    private static double pValue(@Nullable Estimate estimate) {
        return estimate == null ? Double.NaN : estimate.pValue(1);
    }

    private static Standing standing(Inference inference, PairedSeries pairs) {
        if (FarFromThreshold.judge(pairs, 1).isPresent()) {
            return Standing.FAR_FROM_THRESHOLD;
        }
        return inference.obstacle() == null ? Standing.DECIDES : Standing.HELD_BACK;
    }
}
