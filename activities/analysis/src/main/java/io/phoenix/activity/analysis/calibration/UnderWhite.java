package io.phoenix.activity.analysis.calibration;

import java.util.random.RandomGenerator;

/**
 * A slow component under white noise, invisible to the lag-1 correlation.
 *
 * @param share of the variance that is slow, in [0, 1]
 */
record UnderWhite(double share, Arma slow) implements Noise {
    /**
     * @param longRunShare of the long-run variance that is slow: what block means of any length show, whatever the step
     */
    static UnderWhite ofLongRun(double longRunShare, Arma slow) {
        double inflation = slow.inflation();
        return new UnderWhite(longRunShare / (longRunShare + (1 - longRunShare) * inflation), slow);
    }

    @Override
    public double[] path(int points, RandomGenerator random) {
        double[] path = slow.path(points, random);
        double slowScale = Math.sqrt(share);
        double whiteScale = Math.sqrt(1 - share);
        for (int t = 0; t < points; t++) {
            path[t] = slowScale * path[t] + whiteScale * random.nextGaussian();
        }
        return path;
    }

    @Override
    public double memory() {
        return slow.memory();
    }
}
