package io.phoenix.bench;

import java.util.Random;

/** The same numbers on any machine. */
final class Noise {
    private Noise() {}

    static double[] normal(long seed, int n) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    static double[] autoregressive(double phi, long seed, int n) {
        double[] values = normal(seed, n);
        for (int i = 1; i < n; i++) {
            values[i] += phi * values[i - 1];
        }
        return values;
    }

    /** Normal about 100 with standard deviation 10, moved and, unless 0, rounded to a unit. */
    static double[] sample(long seed, int n, double shift, double unit) {
        double[] values = normal(seed, n);
        for (int i = 0; i < n; i++) {
            double value = 100 + shift + 10 * values[i];
            values[i] = unit == 0 ? value : Math.rint(value / unit) * unit;
        }
        return values;
    }
}
