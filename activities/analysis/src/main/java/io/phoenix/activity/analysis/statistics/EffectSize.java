package io.phoenix.activity.analysis.statistics;

import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Difference of means in pooled standard deviations, candidate minus baseline: Cohen's d and, without its small-sample
 * bias, Hedges' g (Hedges 1981, exact correction). Inflated by pairing and by autocorrelation: descriptive.
 *
 * <p>NaN where nothing varies, for fewer than 2 values on a side and for values that are not finite.
 */
public record EffectSize(double cohenD, double hedgesG) {
    public static EffectSize of(double[] baseline, double[] candidate) {
        double unit = Moments.unit(baseline, candidate);
        return unit == 1
                ? ofOrdinary(baseline, candidate)
                : ofOrdinary(Moments.over(unit, baseline), Moments.over(unit, candidate));
    }

    private static EffectSize ofOrdinary(double[] baseline, double[] candidate) {
        int m = baseline.length + candidate.length - 2;
        if (baseline.length < 2 || candidate.length < 2) {
            return new EffectSize(Double.NaN, Double.NaN);
        }
        double pooled = ((baseline.length - 1) * Moments.variance(baseline)
                        + (candidate.length - 1) * Moments.variance(candidate))
                / m;
        double d = (Moments.mean(candidate) - Moments.mean(baseline)) / Math.sqrt(pooled);
        return pooled > 0 && Double.isFinite(d)
                ? new EffectSize(d, correction(m) * d)
                : new EffectSize(Double.NaN, Double.NaN);
    }

    /** J(m), about 1 - 3 / (4m - 1). */
    static double correction(int degreesOfFreedom) {
        double m = degreesOfFreedom;
        return StrictMath.exp(Gamma.logGamma(m / 2) - Gamma.logGamma((m - 1) / 2)) / Math.sqrt(m / 2);
    }

    public Map<String, Double> numbers() {
        return Map.of("cohenD", cohenD, "hedgesG", hedgesG);
    }
}
