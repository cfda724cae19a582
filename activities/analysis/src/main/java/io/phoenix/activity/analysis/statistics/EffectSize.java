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
        return of(new TwoSamples(baseline, candidate));
    }

    public static EffectSize of(TwoSamples samples) {
        return of(samples.scaled().baseline(), samples.scaled().candidate());
    }

    private static EffectSize of(Sample baseline, Sample candidate) {
        int m = baseline.n() + candidate.n() - 2;
        double pooled = ((baseline.n() - 1) * baseline.variance() + (candidate.n() - 1) * candidate.variance()) / m;
        double d = (candidate.mean() - baseline.mean()) / Math.sqrt(pooled);
        return pooled > 0 && pooled < Double.POSITIVE_INFINITY && baseline.n() > 1 && candidate.n() > 1
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
