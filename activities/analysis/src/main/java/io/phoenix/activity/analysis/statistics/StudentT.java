package io.phoenix.activity.analysis.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t with real degrees of freedom; every probability is a lower tail, since 1 - cdf(t) is 0 for large t.
 *
 * <p>Quantiles agree with R's {@code qt} to 1e-12: the library's solver stops at 1e-9, so Newton steps follow it.
 */
public final class StudentT {
    private static final int NEWTON_STEPS = 4;

    private final TDistribution distribution;

    public StudentT(double degreesOfFreedom) {
        this.distribution = new TDistribution(null, degreesOfFreedom);
    }

    /** P(T &lt;= -|t|), twice: the two-sided p-value of t. NaN for NaN. */
    public double twoSided(double t) {
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : 2 * distribution.cumulativeProbability(-Math.abs(t));
    }

    /** P(T &lt;= t). NaN for NaN. */
    public double lower(double t) {
        if (Double.isNaN(t) || Double.isInfinite(t)) {
            return Double.isNaN(t) ? Double.NaN : t > 0 ? 1 : 0;
        }
        return distribution.cumulativeProbability(t);
    }

    /** The positive t that leaves {@code tail} above it, for a tail in (0, 0.5). */
    public double critical(double tail) {
        double t = distribution.inverseCumulativeProbability(tail);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double step = (distribution.cumulativeProbability(t) - tail) / distribution.density(t);
            if (!Double.isFinite(step)) {
                break;
            }
            t -= step;
        }
        return -t;
    }
}
