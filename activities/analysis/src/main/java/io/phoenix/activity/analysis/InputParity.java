package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.MetricOutcome;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether both variants received the same input.
 *
 * <p>With a known collection interval the counts of source, baseline and candidate must be conserved, which is sharper
 * than any ratio in a long run and the only fair test in a short one, where a single interval in flight is more than 1 %.
 * Without it, accepted points are equivalent when the 90 % interval of their ratio lies within 1 % of 1 (two one-sided
 * tests, Schuirmann 1987). The memory gate does not apply: the same stream has no memory.
 */
final class InputParity {
    private static final double MARGIN = 0.01;
    private static final double TAIL = 0.05;
    private static final double FEWEST_UP = 0.99;

    private final SeriesTable table;
    private final boolean[] usable;
    private final Plan plan;

    InputParity(SeriesTable table, boolean[] usable, Plan plan) {
        this.table = table;
        this.usable = usable.clone();
        this.plan = plan;
    }

    /** Empty when neither accepted points nor up were measured and need not be. */
    Optional<ParityResult> of(String candidate) {
        boolean accepted = expected(Metric.ACCEPTED_POINTS);
        boolean up = expected(Metric.UP);
        if (!accepted && !up) {
            return Optional.empty();
        }
        List<ReasonCode> untrusted = new ArrayList<>();
        if (accepted) {
            untrusted.addAll(coverage(Metric.ACCEPTED_POINTS, candidate, usable).faults());
        }
        if (up) {
            boolean[] every = new boolean[usable.length];
            java.util.Arrays.fill(every, true);
            untrusted.addAll(coverage(Metric.UP, candidate, every).faults());
        }
        if (!untrusted.isEmpty()) {
            return Optional.of(
                    result(MetricOutcome.INVALID, untrusted.stream().distinct().toList(), null, null));
        }
        return Optional.of(judge(candidate, accepted, up));
    }

    private ParityResult judge(String candidate, boolean accepted, boolean up) {
        List<ReasonCode> broken = new ArrayList<>();
        if (up && (tooLow(Variants.BASELINE) || tooLow(candidate))) {
            broken.add(ReasonCode.UP_TOO_LOW);
        }
        if (!accepted) {
            return result(broken.isEmpty() ? MetricOutcome.PASS : MetricOutcome.FAIL, broken, null, null);
        }
        PairedSeries pairs = pairs(candidate);
        Inference ratio = RatioInference.of(pairs, waived());
        Interval interval = ratio.estimate() == null ? null : ratio.estimate().bounds(TAIL);
        boolean known = plan.inputInterval() != null;
        if (known && !conserved(candidate)) {
            broken.add(ReasonCode.NOT_CONSERVED);
        }
        boolean undecided = !known && interval == null;
        if (!known && interval != null && !interval.within(1 - MARGIN, 1 + MARGIN)) {
            broken.add(ReasonCode.INPUT_DIFFERS);
        }
        double value = pairs.candidateMean() / pairs.baselineMean();
        if (!broken.isEmpty()) {
            return result(MetricOutcome.FAIL, broken, value, interval);
        }
        return undecided
                ? result(MetricOutcome.INCONCLUSIVE, List.of(ReasonCode.TOO_SHORT), value, interval)
                : result(MetricOutcome.PASS, List.of(), value, interval);
    }

    private boolean conserved(String candidate) {
        double share =
                (double) java.util.Objects.requireNonNull(plan.inputInterval()).toNanos()
                        / plan.step().toNanos();
        SeriesTable.Series baseline = table.get(Metric.ACCEPTED_POINTS, Variants.BASELINE);
        SeriesTable.Series other = table.get(Metric.ACCEPTED_POINTS, candidate);
        boolean variants = Conservation.holds(table, baseline, other, share);
        return table.find(Metric.ACCEPTED_POINTS, HardFindings.SOURCE)
                .map(source -> variants
                        && Conservation.holds(table, source, baseline, share)
                        && Conservation.holds(table, source, other, share))
                .orElse(variants);
    }

    /** A collector that is down in the last step will not come back, so that step must be up. */
    private boolean tooLow(String variant) {
        SeriesTable.Series up = table.get(Metric.UP, variant);
        int failed = 0;
        boolean lastFailed = false;
        for (int t = 0; t < usable.length; t++) {
            if (Double.isFinite(up.at(t))) {
                lastFailed = up.at(t) == 0;
                failed += lastFailed ? 1 : 0;
            }
        }
        return lastFailed || failed > (1 - FEWEST_UP) * up.present() * plan.scrapesPerStep();
    }

    private boolean expected(Metric metric) {
        return plan.evidence() == Evidence.REQUIRED || table.measured(metric);
    }

    private Coverage coverage(Metric metric, String candidate, boolean[] steps) {
        return Coverage.of(table, table.get(metric, Variants.BASELINE), table.get(metric, candidate), steps);
    }

    private PairedSeries pairs(String candidate) {
        return Pairing.of(table, usable, Metric.ACCEPTED_POINTS, candidate);
    }

    private MemoryGate waived() {
        return new MemoryGate(table.grid().duration(), java.time.Duration.ZERO);
    }

    private static ParityResult result(
            MetricOutcome outcome, List<ReasonCode> reasons, @Nullable Double ratio, @Nullable Interval interval) {
        return new ParityResult(
                outcome.text(),
                reasons.stream().map(ReasonCode::name).toList(),
                ratio,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper());
    }
}
