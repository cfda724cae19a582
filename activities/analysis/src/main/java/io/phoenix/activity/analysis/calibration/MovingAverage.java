package io.phoenix.activity.analysis.calibration;

import java.util.random.RandomGenerator;

/** The mean of the last {@code width} shocks with equal weights, as a rate over a window longer than the step is. */
record MovingAverage(int width) implements Noise {
    @Override
    public double[] path(int points, RandomGenerator random) {
        double[] shocks = new double[points + width - 1];
        for (int i = 0; i < shocks.length; i++) {
            shocks[i] = random.nextGaussian();
        }
        double sum = 0;
        for (int i = 0; i < width - 1; i++) {
            sum += shocks[i];
        }
        double unit = 1 / Math.sqrt(width);
        double[] path = new double[points];
        for (int t = 0; t < points; t++) {
            sum += shocks[t + width - 1];
            path[t] = sum * unit;
            sum -= shocks[t];
        }
        return path;
    }

    @Override
    public double memory() {
        return width;
    }
}
