package io.phoenix.activity.analysis.resampling;

/** One resample of n points in time: blocks laid end to end, wrapping from the last point to the first. */
final class Resample {
    final int[] starts;
    final int[] lengths;
    int blocks;

    Resample(int n) {
        this.starts = new int[n];
        this.lengths = new int[n];
    }

    void add(int start, int length) {
        starts[blocks] = start;
        lengths[blocks++] = length;
    }
}
