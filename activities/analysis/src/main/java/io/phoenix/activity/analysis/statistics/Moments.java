package io.phoenix.activity.analysis.statistics;

/** Sums in one fixed order, so that the digits are the same everywhere. */
public final class Moments {
    private static final double SMALL = 1e-60;
    private static final double LARGE = 1e60;
    private static final int LAGS_AT_ONCE = 4;

    private Moments() {}

    /** Arithmetic mean, corrected once for rounding; does not overflow where the mean exists. NaN when empty. */
    public static double mean(double[] values) {
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

    public static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    public static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Sum of x_t x_(t - lag). */
    public static double laggedProducts(double[] values, int lag) {
        double sum = 0;
        for (int t = lag; t < values.length; t++) {
            sum += values[t] * values[t - lag];
        }
        return sum;
    }

    /** Sums of x_t x_(t - lag) for {@code lags} lags in a row; the same digits as one by one, and faster. */
    public static double[] laggedProducts(double[] values, int firstLag, int lags) {
        double[] sums = new double[lags];
        int whole = lags / LAGS_AT_ONCE * LAGS_AT_ONCE;
        for (int i = 0; i < whole; i += LAGS_AT_ONCE) {
            fourLags(values, firstLag + i, sums, i);
        }
        for (int i = whole; i < lags; i++) {
            sums[i] = laggedProducts(values, firstLag + i);
        }
        return sums;
    }

    private static void fourLags(double[] values, int lag, double[] sums, int at) {
        int all = Math.min(lag + LAGS_AT_ONCE - 1, values.length);
        double a = head(values, lag, all);
        double b = head(values, lag + 1, all);
        double c = head(values, lag + 2, all);
        double d = head(values, lag + 3, all);
        for (int t = all; t < values.length; t++) {
            double now = values[t];
            a += now * values[t - lag];
            b += now * values[t - lag - 1];
            c += now * values[t - lag - 2];
            d += now * values[t - lag - 3];
        }
        sums[at] = a;
        sums[at + 1] = b;
        sums[at + 2] = c;
        sums[at + 3] = d;
    }

    private static double head(double[] values, int lag, int to) {
        double sum = 0;
        for (int t = lag; t < to; t++) {
            sum += values[t] * values[t - lag];
        }
        return sum;
    }

    /** Of two centred series of one length; NaN when one does not vary. */
    public static double correlation(double[] x, double[] y) {
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += x[i] * y[i];
        }
        return products / Math.sqrt(sumOfSquares(x) * sumOfSquares(y));
    }

    /** Sample variance with n - 1. */
    public static double variance(double[] values) {
        return sumOfSquares(centred(values)) / (values.length - 1);
    }

    public static double[] centred(double[] values) {
        double mean = mean(values);
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    public static double largestMagnitude(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Negative infinity for no values. */
    public static double largest(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** Whether there is no NaN and no infinity among the values. */
    public static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A power of two near the largest magnitude when squares of such values would leave the range of a double, else 1.
     * Divided by it, the values keep their digits.
     */
    public static double unit(double[] first, double[] second) {
        double largest = Math.max(largestMagnitude(first), largestMagnitude(second));
        boolean ordinary = largest == 0 || (largest > SMALL && largest < LARGE) || !Double.isFinite(largest);
        return ordinary ? 1 : StrictMath.scalb(1.0, Math.max(Math.getExponent(largest), Double.MIN_EXPONENT));
    }

    public static double[] over(double unit, double[] values) {
        double[] over = new double[values.length];
        for (int i = 0; i < over.length; i++) {
            over[i] = values[i] / unit;
        }
        return over;
    }

    public static double clip(double value, double lowest, double highest) {
        return Math.min(highest, Math.max(lowest, value));
    }
}
