package io.phoenix.activity.analysis.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Two samples as the tests of independent values see them: what several tests need of them is computed once, when the first
 * one asks. Not thread-safe.
 */
public final class TwoSamples {
    private static final double SMALL = 1e-120;
    private static final double LARGE = 1e120;

    private final double[] baseline;
    private final double[] candidate;
    private @Nullable Scaled scaled;
    private @Nullable Ordered ordered;

    /** The arrays must not change while this is used. */
    public TwoSamples(double[] baseline, double[] candidate) {
        this.baseline = baseline;
        this.candidate = candidate;
    }

    /** Mean and variance in a unit in which squares of variances stay inside the range of a double. */
    record Scaled(double unit, Sample baseline, Sample candidate) {}

    Scaled scaled() {
        if (scaled == null) {
            scaled = summarized();
        }
        return scaled;
    }

    private Scaled summarized() {
        Sample b = Sample.of(baseline);
        Sample c = Sample.of(candidate);
        if (ordinary(b.variance()) && ordinary(c.variance())) {
            return new Scaled(1, b, c);
        }
        double unit = Moments.unit(baseline, candidate);
        return unit == 1
                ? new Scaled(1, b, c)
                : new Scaled(unit, Sample.of(Moments.over(unit, baseline)), Sample.of(Moments.over(unit, candidate)));
    }

    private static boolean ordinary(double variance) {
        return variance > SMALL && variance < LARGE;
    }

    /** Both ascending, and their ranks. */
    record Ordered(double[] baseline, double[] candidate, RankSum ranks) {}

    /** Null when there is nothing to order: a side is empty, or holds a value that is not finite. */
    @Nullable
    Ordered ordered() {
        if (ordered == null && rankable(baseline) && rankable(candidate)) {
            double[] b = Ascending.of(baseline);
            double[] c = Ascending.of(candidate);
            ordered = new Ordered(b, c, RankSum.of(b, c));
        }
        return ordered;
    }

    private static boolean rankable(double[] values) {
        return values.length > 0 && Moments.finite(values);
    }
}
