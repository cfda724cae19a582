package io.phoenix.activity.analysis.statistics;

/**
 * Size, mean and sample variance of one series. Up to 4096 values by the corrected two-pass algorithm (Chan, Golub and
 * LeVeque 1983), as R and commons-math do; more in one pass over memory: blocks of 4096 values, each summed in two fixed
 * lanes about the mean of the values before it (the first about its own mean) and merged as they did. NaN for no values, for the variance of one and where squares leave the range of a double.
 */
public record Sample(int n, double mean, double variance) {
    private static final int LANES = 4;
    private static final int BLOCK = 4096;
    private static final double ROUNDING = 4e-16;

    public static Sample of(double[] values) {
        int n = values.length;
        if (n == 0) {
            return new Sample(0, Double.NaN, Double.NaN);
        }
        if (n <= BLOCK) {
            return ofTwoPasses(values);
        }
        double pivot = total(values) / BLOCK;
        Deviations all = Deviations.of(values, 0, pivot, 0);
        for (int from = BLOCK; from < n; from += BLOCK) {
            all = all.with(Deviations.of(values, from, pivot, all.offset));
        }
        return of(n, pivot + all.offset, all.squares);
    }

    private static Sample ofTwoPasses(double[] values) {
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double rounded = sum / n;
        double rest = 0;
        for (double value : values) {
            rest += value - rounded;
        }
        double mean = rounded + rest / n;
        double squares = 0;
        rest = 0;
        for (double value : values) {
            double deviation = value - mean;
            rest += deviation;
            squares += deviation * deviation;
        }
        return of(n, mean, squares - rest * rest / n);
    }

    private static Sample of(int n, double mean, double squares) {
        double variance = squares / (n - 1);
        double noise = ROUNDING * mean;
        return new Sample(n, mean, variance <= noise * noise ? 0 : variance);
    }

    /** Of the first block. */
    private static double total(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < BLOCK; i += LANES) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        return a + b + (c + d);
    }

    /**
     * Of some values: how many, the distance of their mean from the pivot, and the sum of squared deviations from their
     * mean. Means themselves would lose the digits in which those of the blocks differ.
     */
    private record Deviations(int n, double offset, double squares) {
        /** The block of values that begins at {@code from}, summed about {@code pivot + guess}. */
        static Deviations of(double[] values, int from, double pivot, double guess) {
            int to = Math.min(from + BLOCK, values.length);
            int whole = from + (to - from) / 2 * 2;
            double shift = pivot + guess;
            double a = 0;
            double b = 0;
            double squaresA = 0;
            double squaresB = 0;
            for (int i = from; i < whole; i += 2) {
                double x = values[i] - shift;
                double y = values[i + 1] - shift;
                a += x;
                b += y;
                squaresA += x * x;
                squaresB += y * y;
            }
            for (int i = whole; i < to; i++) {
                double x = values[i] - shift;
                a += x;
                squaresA += x * x;
            }
            double sum = a + b;
            double correction = sum / (to - from);
            return new Deviations(to - from, shift - pivot + correction, squaresA + squaresB - sum * correction);
        }

        Deviations with(Deviations next) {
            int total = n + next.n;
            double distance = next.offset - offset;
            double share = (double) next.n / total;
            return new Deviations(
                    total, offset + distance * share, squares + next.squares + distance * distance * (n * share));
        }
    }
}
