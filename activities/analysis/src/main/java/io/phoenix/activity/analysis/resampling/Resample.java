package io.phoenix.activity.analysis.resampling;

/** One resample of n points in time: blocks laid end to end, wrapping from the last point to the first. */
final class Resample {
    final int[] starts;
    final int[] lengths;
    int blocks;
    int points;

    Resample(int n) {
        this.starts = new int[n];
        this.lengths = new int[n];
    }

    void clear() {
        blocks = 0;
        points = 0;
    }

    void add(int start, int length) {
        starts[blocks] = start;
        lengths[blocks++] = length;
        points += length;
    }
}
