package io.phoenix.activity.analysis.multiplicity;

import io.phoenix.activity.analysis.statistics.Normal;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * Several candidates against one baseline (Dunnett 1955): the distribution of the largest of |t| of equally correlated
 * statistics with one estimate of the error. Two-sided; agrees with Dunnett's tables and with SciPy's quadrature to 1e-6 (to 1e-3 at a single degree
 * of freedom).
 *
 * @param candidates at least 1
 * @param degreesOfFreedom real, at least 1
 * @param correlation of any two statistics, in [0, 0.95]; the smallest of several is the careful choice
 */
public record Dunnett(int candidates, double degreesOfFreedom, double correlation) {
    private static final double HIGHEST_CORRELATION = 0.95;
    private static final double REACH = 8;
    private static final int PANELS = 4;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);
    private static final int MOST_STEPS = 200;
    private static final double ACCURACY = 1e-10;
    private static final double LARGEST = 200;

    public Dunnett {
        correlation = Math.min(HIGHEST_CORRELATION, Math.max(0, correlation));
    }

    /** P(all |t| &lt;= bound). */
    public double inside(double bound) {
        double spread = REACH / Math.sqrt(2 * degreesOfFreedom);
        return over(Math.max(0, 1 - spread), 1 + 1.2 * spread, s -> scaleDensity(s) * givenScale(bound * s));
    }

    /** The two-sided p-value of one candidate's t among all. NaN for NaN. */
    public double pValue(double t) {
        return Double.isNaN(t) ? Double.NaN : Math.min(1, Math.max(0, 1 - inside(Math.min(LARGEST, Math.abs(t)))));
    }

    /** The bound that all |t| keep with probability 1 - {@code alpha}; at most 200. */
    public double critical(double alpha) {
        return inside(LARGEST) < 1 - alpha
                ? LARGEST
                : new BrentSolver(ACCURACY).solve(MOST_STEPS, bound -> inside(bound) - (1 - alpha), 0, LARGEST);
    }

    /** P(all |z| &lt;= bound) of equally correlated normal values. */
    private double givenScale(double bound) {
        double common = Math.sqrt(correlation);
        double own = Math.sqrt(1 - correlation);
        return over(-REACH, REACH, z -> {
            double one = Normal.lower((common * z + bound) / own) - Normal.lower((common * z - bound) / own);
            return Normal.density(z) * StrictMath.pow(one, candidates);
        });
    }

    /** Density of the root of a chi-square over its degrees of freedom. */
    private double scaleDensity(double s) {
        double half = degreesOfFreedom / 2;
        double logarithm = StrictMath.log(2)
                + half * StrictMath.log(half)
                - Gamma.logGamma(half)
                + (degreesOfFreedom - 1) * StrictMath.log(s)
                - half * s * s;
        return StrictMath.exp(logarithm);
    }

    private static double over(double from, double to, DoubleUnaryOperator integrand) {
        double half = (to - from) / PANELS / 2;
        double sum = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
                sum += RULE.getWeight(i) * integrand.applyAsDouble(middle + half * RULE.getPoint(i));
            }
        }
        return half * sum;
    }
}
