package io.phoenix.activity.analysis.statistics;

import java.util.Arrays;

/**
 * Sorted copies, in the order of {@link Arrays#sort(double[])}. Long arrays are sorted by the digits of their bits, the
 * lowest first; a digit that all values share costs nothing, so few distinct values sort fastest.
 */
public final class Ascending {
    private static final int SHORT = 1 << 12;
    private static final int BITS = 11;
    private static final int DIGITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private Ascending() {}

    public static double[] of(double[] values) {
        double[] copy = values.clone();
        if (copy.length < SHORT) {
            Arrays.sort(copy);
        } else {
            byDigits(copy);
        }
        return copy;
    }

    private static void byDigits(double[] values) {
        int n = values.length;
        long[] from = new long[n];
        int[][] places = new int[DIGITS][1 << BITS];
        for (int i = 0; i < n; i++) {
            long key = ordered(Double.doubleToLongBits(values[i]));
            from[i] = key;
            for (int digit = 0; digit < DIGITS; digit++) {
                places[digit][(int) (key >>> (digit * BITS)) & MASK]++;
            }
        }
        long[] to = new long[n];
        for (int digit = 0; digit < DIGITS; digit++) {
            int shift = digit * BITS;
            if (places[digit][(int) (from[0] >>> shift) & MASK] < n) {
                distribute(from, to, places[digit], shift);
                long[] sorted = to;
                to = from;
                from = sorted;
            }
        }
        for (int i = 0; i < n; i++) {
            values[i] = Double.longBitsToDouble(original(from[i]));
        }
    }

    private static void distribute(long[] from, long[] to, int[] counts, int shift) {
        int place = 0;
        for (int i = 0; i < counts.length; i++) {
            int count = counts[i];
            counts[i] = place;
            place += count;
        }
        for (long key : from) {
            to[counts[(int) (key >>> shift) & MASK]++] = key;
        }
    }

    /** Bits whose unsigned order is that of the doubles, NaN last: a negative one is inverted, a positive one comes after. */
    private static long ordered(long bits) {
        return bits ^ ((bits >> 63) | Long.MIN_VALUE);
    }

    private static long original(long ordered) {
        return ordered ^ ((~ordered >> 63) | Long.MIN_VALUE);
    }
}
