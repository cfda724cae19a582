package io.phoenix.activity.analysis;

/** Sums in one fixed order, so that the digits are the same everywhere. */
final class Moments {
    private Moments() {}

    /** Arithmetic mean, corrected once for rounding; does not overflow where the mean exists. NaN when empty. */
    static double mean(double[] values) {
        int n = values.length;
        double mean = sum(values) / n;
        if (Double.isInfinite(mean)) {
            mean = 0;
            for (double value : values) {
                mean += value / n;
            }
        }
        double rest = 0;
        for (double value : values) {
            rest += (value - mean) / n;
        }
        return mean + rest;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Sample variance with n - 1. */
    static double variance(double[] values) {
        return sumOfSquares(centred(values)) / (values.length - 1);
    }

    static double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    static double largestMagnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    static double clip(double value, double lowest, double highest) {
        return Math.min(highest, Math.max(lowest, value));
    }
}
