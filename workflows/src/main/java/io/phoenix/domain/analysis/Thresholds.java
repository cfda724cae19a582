package io.phoenix.domain.analysis;

/**
 * How a bound is compared with a limit. An interval of width zero is a statement without error: on the limit it passes.
 *
 * <p>Limits such as 1 - 0.2 are not exact in binary, so a bound within a relative 1e-12 of the limit is on it.
 */
public final class Thresholds {
    /** Reduction above which a person must look, unless the template declares as much. */
    public static final double SUSPICIOUS_REDUCTION = 0.99;

    private static final double TOLERANCE = 1e-12;

    private Thresholds() {}

    /** The largest ratio that still saves {@code minimumSaving}. */
    public static double goalRatio(double minimumSaving) {
        return 1 - minimumSaving;
    }

    /** The ratio that an increase of {@code maximumIncrease} makes. */
    public static double guardrailRatio(double maximumIncrease) {
        return 1 + maximumIncrease;
    }

    /** A goal on the two-sided interval of the ratio; NaN bounds decide nothing. */
    public static MetricOutcome goal(double minimumSaving, double ratioLower, double ratioUpper) {
        double limit = goalRatio(minimumSaving);
        if (atMost(ratioUpper, limit)) {
            return MetricOutcome.PASS;
        }
        return above(ratioLower, limit) ? MetricOutcome.FAIL : MetricOutcome.INCONCLUSIVE;
    }

    /** A guardrail on the one-sided bounds of the ratio or of the difference; NaN bounds decide nothing. */
    public static MetricOutcome guardrail(double limit, double lower, double upper) {
        boolean exact = lower == upper;
        if (exact ? atMost(upper, limit) : upper < limit) {
            return MetricOutcome.PASS;
        }
        return above(lower, limit) ? MetricOutcome.FAIL : MetricOutcome.INCONCLUSIVE;
    }

    private static boolean atMost(double value, double limit) {
        return value <= limit + slack(limit);
    }

    private static boolean above(double value, double limit) {
        return value > limit + slack(limit);
    }

    private static double slack(double limit) {
        return TOLERANCE * Math.max(1, Math.abs(limit));
    }
}
