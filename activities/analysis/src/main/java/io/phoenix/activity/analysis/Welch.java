package io.phoenix.activity.analysis;

import java.util.Map;

/**
 * Welch's t-test of equal means, candidate minus baseline (Welch 1947; agrees with R's {@code t.test}). Right for
 * independent samples only, which these are not: shown, never deciding.
 */
record Welch(double t, double degreesOfFreedom, double pValue, Interval difference) {
    private static final double TAIL = 0.025;

    static Welch of(double[] baseline, double[] candidate) {
        double b = Moments.variance(baseline) / baseline.length;
        double c = Moments.variance(candidate) / candidate.length;
        double difference = Moments.mean(candidate) - Moments.mean(baseline);
        double standardError = Math.sqrt(b + c);
        double df = (b + c) * (b + c) / (b * b / (baseline.length - 1) + c * c / (candidate.length - 1));
        double t = difference / standardError;
        if (!Double.isFinite(df) || !(df > 0)) {
            return new Welch(t, df, Double.NaN, new Interval(Double.NaN, Double.NaN));
        }
        StudentT distribution = new StudentT(df);
        double half = distribution.critical(TAIL) * standardError;
        return new Welch(t, df, distribution.twoSided(t), new Interval(difference - half, difference + half));
    }

    Map<String, Double> numbers() {
        return Map.of(
                "t", t,
                "degreesOfFreedom", degreesOfFreedom,
                "pValue", pValue,
                "lower", difference.lower(),
                "upper", difference.upper());
    }
}
