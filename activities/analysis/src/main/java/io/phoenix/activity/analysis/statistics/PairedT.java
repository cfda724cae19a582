package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Student's t-test of a zero mean difference of independent pairs, candidate minus baseline (agrees with R's
 * {@code t.test(paired = TRUE)}). Right across hosts or block means, never across neighbouring points of one series.
 *
 * <p>NaN for fewer than 2 pairs, for values that are not finite and for differences that do not vary.
 */
public record PairedT(double t, double degreesOfFreedom, double pValue, Interval difference, double standardizedMean) {
    private static final double TAIL = 0.025;

    public static PairedT of(double[] baseline, double[] candidate) {
        int n = Math.min(baseline.length, candidate.length);
        double[] differences = new double[n];
        for (int i = 0; i < n; i++) {
            differences[i] = candidate[i] - baseline[i];
        }
        return of(differences);
    }

    /** The one-sample test of differences. */
    public static PairedT of(double[] differences) {
        double unit = Moments.unit(differences, differences);
        return unit == 1
                ? ofOrdinary(differences)
                : ofOrdinary(Moments.over(unit, differences)).times(unit);
    }

    private PairedT times(double unit) {
        Interval scaled = new Interval(difference.lower() * unit, difference.upper() * unit);
        return new PairedT(t, degreesOfFreedom, pValue, scaled, standardizedMean);
    }

    private static PairedT ofOrdinary(double[] differences) {
        int n = differences.length;
        double deviation = n < 2 ? Double.NaN : Math.sqrt(Moments.variance(differences));
        if (!(deviation > 0) || Double.isInfinite(deviation)) {
            return new PairedT(Double.NaN, n - 1.0, Double.NaN, new Interval(Double.NaN, Double.NaN), Double.NaN);
        }
        double mean = Moments.mean(differences);
        double standardError = deviation / Math.sqrt(n);
        StudentT distribution = new StudentT(n - 1.0);
        double half = distribution.critical(TAIL) * standardError;
        double t = mean / standardError;
        return new PairedT(
                t, n - 1.0, distribution.twoSided(t), new Interval(mean - half, mean + half), mean / deviation);
    }

    public Map<String, Double> numbers() {
        return Map.of(
                "t", t,
                "degreesOfFreedom", degreesOfFreedom,
                "pValue", pValue,
                "lower", difference.lower(),
                "upper", difference.upper(),
                "dz", standardizedMean);
    }
}
