package io.phoenix.activity.analysis.file;

import java.util.Arrays;

/** The samples of one series in the order of a file, in arrays of primitives. */
final class Samples {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int[] lines = new int[64];
    private int size;
    private boolean sorted = true;

    void add(long nanos, double value, int line) {
        if (size == times.length) {
            int grown = size + (size >> 1);
            times = Arrays.copyOf(times, grown);
            values = Arrays.copyOf(values, grown);
            lines = Arrays.copyOf(lines, grown);
        }
        sorted &= size == 0 || nanos >= times[size - 1];
        times[size] = nanos;
        values[size] = value;
        lines[size] = line;
        size++;
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    double value(int i) {
        return values[i];
    }

    int line(int i) {
        return lines[i];
    }

    /** Orders by time; samples of one time stay in the order of the file. */
    void sort() {
        if (sorted) {
            return;
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        sort(order.clone(), order, 0, size);
        times = Arrays.stream(order).mapToLong(i -> times[i]).toArray();
        values = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        lines = Arrays.stream(order).map(i -> lines[i]).toArray();
        sorted = true;
    }

    /** Merges the sorted halves of {@code source} into {@code order}; both hold the same before. */
    private void sort(int[] source, int[] order, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, source, from, middle);
        sort(order, source, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || (left < middle && times[source[left]] <= times[source[right]]);
            order[i] = takeLeft ? source[left++] : source[right++];
        }
    }
}
