package io.phoenix.activity.analysis.resampling;

import java.util.Arrays;

/**
 * Lengths 1, 2, ... of which each is followed by the next with the same probability, by inversion: from 32 random bits,
 * so that probabilities are off by less than 2^-32.
 */
final class GeometricLengths {
    private static final int GUIDE_BITS = 10;
    private static final int GUIDE_SHIFT = Integer.SIZE - GUIDE_BITS;
    private static final double ALL = 0x1p32;

    /** Below the entry k the length is more than k; the last entry is 0. */
    private final long[] longer;
    /** The least length for each value of the highest bits, from which the search goes on. */
    private final int[] guide = new int[1 << GUIDE_BITS];

    /** @param mean at least 1; less is taken for 1 */
    GeometricLengths(double mean) {
        double stay = mean > 1 ? 1 - 1 / mean : 0;
        long[] bounds = new long[16];
        int known = 0;
        for (double share = 1; known == 0 || bounds[known - 1] > 0; share *= stay) {
            bounds = known == bounds.length ? Arrays.copyOf(bounds, 2 * known) : bounds;
            bounds[known++] = (long) (share * ALL);
        }
        longer = Arrays.copyOf(bounds, known);
        for (int i = 0; i < guide.length; i++) {
            guide[i] = from(1, ((i + 1L) << GUIDE_SHIFT) - 1);
        }
    }

    /** The length that the lowest 32 bits stand for. */
    int at(long bits) {
        long low = bits & 0xffff_ffffL;
        return from(guide[(int) (low >>> GUIDE_SHIFT)], low);
    }

    private int from(int least, long low) {
        int length = least;
        while (low < longer[length]) {
            length++;
        }
        return length;
    }
}
