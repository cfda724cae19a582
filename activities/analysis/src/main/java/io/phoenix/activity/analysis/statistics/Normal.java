package io.phoenix.activity.analysis.statistics;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution; tails far out keep their relative precision. */
public final class Normal {
    private static final int NEWTON_STEPS = 60;
    private static final double CONVERGED = 1e-16;

    private Normal() {}

    /** P(Z &lt;= z). Agrees with R's {@code pnorm}. */
    public static double lower(double z) {
        return Double.isNaN(z) ? Double.NaN : 0.5 * Erf.erfc(-z / StrictMath.sqrt(2));
    }

    /** P(|Z| &gt;= |z|). */
    public static double twoSided(double z) {
        return 2 * lower(-Math.abs(z));
    }

    public static double density(double z) {
        return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
    }

    /**
     * The z that leaves {@code tail} above it, for a tail in (0, 1); infinite for 0 and 1. Agrees with R's {@code -qnorm}.
     *
     * <p>Newton's method on the logarithm of the tail, which is concave, converges from the right of the root.
     */
    public static double critical(double tail) {
        if (!(tail > 0 && tail < 1)) {
            return tail == 0 ? Double.POSITIVE_INFINITY : tail == 1 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (tail > 0.5) {
            return -critical(1 - tail);
        }
        double z = StrictMath.sqrt(-2 * StrictMath.log(tail));
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double above = lower(-z);
            double step = StrictMath.log(above / tail) * above / density(z);
            z += step;
            if (!(Math.abs(step) > CONVERGED * Math.max(1, z))) {
                break;
            }
        }
        return z;
    }
}
