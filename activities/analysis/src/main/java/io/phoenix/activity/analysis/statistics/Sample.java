package io.phoenix.activity.analysis.statistics;

/**
 * Size, mean and sample variance of one series: two passes in four fixed lanes each, the second correcting the rounding of
 * the first. NaN for no values, for the variance of one and where squares leave the range of a double.
 */
record Sample(int n, double mean, double variance) {
    private static final int LANES = 4;
    private static final double ROUNDING = 4e-16;

    static Sample of(double[] values) {
        int n = values.length;
        double mean = total(values) / n;
        double[] deviations = deviations(values, mean);
        double correction = deviations[0] / n;
        double variance = (deviations[1] - deviations[0] * correction) / (n - 1);
        double noise = ROUNDING * mean;
        return new Sample(n, mean + correction, variance <= noise * noise ? 0 : variance);
    }

    private static double total(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = values.length / LANES * LANES;
        for (int i = 0; i < whole; i += LANES) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (int i = whole; i < values.length; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }

    /** Sum of the deviations and of their squares. */
    private static double[] deviations(double[] values, double mean) {
        double a = 0;
        double b = 0;
        double squaresA = 0;
        double squaresB = 0;
        int whole = values.length / 2 * 2;
        for (int i = 0; i < whole; i += 2) {
            double x = values[i] - mean;
            double y = values[i + 1] - mean;
            a += x;
            b += y;
            squaresA += x * x;
            squaresB += y * y;
        }
        for (int i = whole; i < values.length; i++) {
            double x = values[i] - mean;
            a += x;
            squaresA += x * x;
        }
        return new double[] {a + b, squaresA + squaresB};
    }
}
