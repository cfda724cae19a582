package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Welch's t-test of equal means, candidate minus baseline (Welch 1947; agrees with R's {@code t.test}). Right for
 * independent samples only, which these are not: shown, never deciding.
 *
 * <p>Without any variation t is infinite, or NaN for equal means, and the p-value and the interval are NaN.
 */
public record Welch(double t, double degreesOfFreedom, double pValue, Interval difference) {
    private static final double TAIL = 0.025;

    public static Welch of(double[] baseline, double[] candidate) {
        return of(new TwoSamples(baseline, candidate));
    }

    public static Welch of(TwoSamples samples) {
        TwoSamples.Scaled scaled = samples.scaled();
        Welch welch = of(scaled.baseline(), scaled.candidate());
        return scaled.unit() == 1 ? welch : welch.times(scaled.unit());
    }

    private Welch times(double unit) {
        Interval scaled = new Interval(difference.lower() * unit, difference.upper() * unit);
        return new Welch(t, degreesOfFreedom, pValue, scaled);
    }

    private static Welch of(Sample baseline, Sample candidate) {
        double b = baseline.variance() / baseline.n();
        double c = candidate.variance() / candidate.n();
        double difference = candidate.mean() - baseline.mean();
        double standardError = Math.sqrt(b + c);
        double df = (b + c) * (b + c) / (b * b / (baseline.n() - 1) + c * c / (candidate.n() - 1));
        double t = difference / standardError;
        if (!Double.isFinite(df) || !(df > 0)) {
            return new Welch(t, df, Double.NaN, new Interval(Double.NaN, Double.NaN));
        }
        StudentT distribution = new StudentT(df);
        double half = distribution.critical(TAIL) * standardError;
        return new Welch(t, df, distribution.twoSided(t), new Interval(difference - half, difference + half));
    }

    public Map<String, Double> numbers() {
        return Map.of(
                "t", t,
                "degreesOfFreedom", degreesOfFreedom,
                "pValue", pValue,
                "lower", difference.lower(),
                "upper", difference.upper());
    }
}
