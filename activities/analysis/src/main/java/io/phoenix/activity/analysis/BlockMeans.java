package io.phoenix.activity.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Means of consecutive stretches, each inside one segment.
 *
 * @param follows whether block i follows block i - 1 without a pause; false for the first
 */
record BlockMeans(double[] values, boolean[] follows) {
    static BlockMeans of(double[] series, int[] segment, int count) {
        List<Stretch> stretches = stretches(segment);
        int[] blocks = allocate(stretches, series.length, count);
        int total = 0;
        for (int share : blocks) {
            total += share;
        }
        double[] values = new double[total];
        boolean[] follows = new boolean[total];
        int next = 0;
        for (int s = 0; s < blocks.length; s++) {
            for (int i = 0; i < blocks[s]; i++) {
                values[next] = stretches.get(s).mean(series, i, blocks[s]);
                follows[next++] = i > 0;
            }
        }
        return new BlockMeans(values, follows);
    }

    int neighbours() {
        int neighbours = 0;
        for (boolean follow : follows) {
            neighbours += follow ? 1 : 0;
        }
        return neighbours;
    }

    double laggedProducts(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            if (follows[i]) {
                sum += x[i] * x[i - 1];
            }
        }
        return sum;
    }

    /** x_i - rc x_(i-1) of neighbouring blocks. */
    double[] innovations(double[] x, double rc) {
        double[] innovations = new double[neighbours()];
        int next = 0;
        for (int i = 1; i < x.length; i++) {
            if (follows[i]) {
                innovations[next++] = x[i] - rc * x[i - 1];
            }
        }
        return innovations;
    }

    private static List<Stretch> stretches(int[] segment) {
        List<Stretch> stretches = new ArrayList<>();
        int start = 0;
        for (int t = 1; t <= segment.length; t++) {
            if (t == segment.length || segment[t] != segment[t - 1]) {
                stretches.add(new Stretch(start, t));
                start = t;
            }
        }
        return stretches;
    }

    /** Shares {@code count} blocks by length, largest remainder first; a stretch under half a block gets none. */
    private static int[] allocate(List<Stretch> stretches, int points, int count) {
        int[] blocks = new int[stretches.size()];
        double[] remainder = new double[stretches.size()];
        int given = 0;
        for (int s = 0; s < blocks.length; s++) {
            double share = (double) count * stretches.get(s).length() / points;
            blocks[s] = share < 0.5 ? 0 : Math.max(1, (int) Math.floor(share));
            remainder[s] = share < 0.5 ? Double.NEGATIVE_INFINITY : share - blocks[s];
            given += blocks[s];
        }
        for (; given < count; given++) {
            int largest = 0;
            for (int s = 1; s < blocks.length; s++) {
                largest = remainder[s] > remainder[largest] ? s : largest;
            }
            blocks[largest]++;
            remainder[largest] -= 1;
        }
        return blocks;
    }

    private record Stretch(int start, int end) {
        int length() {
            return end - start;
        }

        double mean(double[] series, int block, int blocks) {
            int from = start + (int) ((long) block * length() / blocks);
            int to = start + (int) ((long) (block + 1) * length() / blocks);
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += series[t];
            }
            return sum / (to - from);
        }
    }
}
