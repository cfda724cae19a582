package io.phoenix.activity.analysis.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Student's t with real degrees of freedom; every probability is a lower tail, since 1 - cdf(t) is 0 for large t.
 *
 * <p>Quantiles agree with R's {@code qt} to 1e-12: the library's solver stops at 1e-9, so Newton steps follow it.
 */
public final class StudentT {
    private static final int NEWTON_STEPS = 4;

    private final @Nullable TDistribution distribution;

    /** Without positive degrees of freedom there is no distribution, and all of its numbers are NaN. */
    public StudentT(double degreesOfFreedom) {
        this.distribution = degreesOfFreedom > 0 && Double.isFinite(degreesOfFreedom)
                ? new TDistribution(null, degreesOfFreedom)
                : null;
    }

    /** P(T &lt;= -|t|), twice: the two-sided p-value of t. NaN for NaN. */
    public double twoSided(double t) {
        if (distribution == null || Double.isNaN(t)) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : 2 * distribution.cumulativeProbability(-Math.abs(t));
    }

    /** P(T &lt;= t). NaN for NaN. */
    public double lower(double t) {
        if (distribution == null || Double.isNaN(t)) {
            return Double.NaN;
        }
        if (Double.isInfinite(t)) {
            return t > 0 ? 1 : 0;
        }
        return distribution.cumulativeProbability(t);
    }

    /** The positive t that leaves {@code tail} above it, for a tail in (0, 0.5); infinite for 0. */
    public double critical(double tail) {
        if (distribution == null) {
            return Double.NaN;
        }
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
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
