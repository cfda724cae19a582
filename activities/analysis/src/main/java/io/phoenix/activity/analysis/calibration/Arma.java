package io.phoenix.activity.analysis.calibration;

import java.util.random.RandomGenerator;

/**
 * x_t = phi x_(t-1) + z_t + theta z_(t-1), divided by its standard deviation.
 *
 * @param phi in [0, 1)
 */
record Arma(double phi, double theta) implements Noise {
    static final Arma WHITE = new Arma(0, 0);

    static Arma ar(double phi) {
        return new Arma(phi, 0);
    }

    /** An AR(1) whose correlations decay by e in {@code steps} steps. */
    static Arma forgettingIn(double steps) {
        return ar(StrictMath.exp(-1 / steps));
    }

    @Override
    public double[] path(int points, RandomGenerator random) {
        double carried = phi + theta;
        double stateVariance = 1 / (1 - phi * phi);
        double unit = 1 / Math.sqrt(1 + carried * carried * stateVariance);
        double state = carried == 0 ? 0 : random.nextGaussian() * Math.sqrt(stateVariance);
        double[] path = new double[points];
        for (int t = 0; t < points; t++) {
            double shock = random.nextGaussian();
            path[t] = (shock + carried * state) * unit;
            state = phi * state + shock;
        }
        return path;
    }

    @Override
    public double memory() {
        return phi > 0 ? Math.max(1, -1 / StrictMath.log(phi)) : 1;
    }

    /** Long-run variance over variance: how many times the variance of a mean exceeds that of independent values. */
    double inflation() {
        double longRun = (1 + theta) / (1 - phi);
        double variance = 1 + (phi + theta) * (phi + theta) / (1 - phi * phi);
        return longRun * longRun / variance;
    }
}
