package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Arrays;

/**
 * The complete pairs of one metric in time order, the gaps closed.
 *
 * @param segment of each pair; a pause starts the next segment, and no lag term crosses its border
 */
record PairedSeries(double[] baseline, double[] candidate, int[] segment) {
    PairedSeries {
        if (baseline.length != candidate.length || baseline.length != segment.length) {
            throw new IllegalArgumentException("pairs of " + baseline.length + ", " + candidate.length + " and "
                    + segment.length + " entries do not match");
        }
    }

    static PairedSeries of(double[] baseline, double[] candidate) {
        return new PairedSeries(baseline, candidate, new int[baseline.length]);
    }

    /** The pairs in which both values are finite. */
    static PairedSeries complete(double[] baseline, double[] candidate, int[] segment) {
        int[] kept = java.util.stream.IntStream.range(0, baseline.length)
                .filter(i -> Double.isFinite(baseline[i]) && Double.isFinite(candidate[i]))
                .toArray();
        return new PairedSeries(
                Arrays.stream(kept).mapToDouble(i -> baseline[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> candidate[i]).toArray(),
                Arrays.stream(kept).map(i -> segment[i]).toArray());
    }

    int size() {
        return baseline.length;
    }

    double baselineMean() {
        return Moments.mean(baseline);
    }

    double candidateMean() {
        return Moments.mean(candidate);
    }

    /** e_t = (c_t - r b_t) / mean(b), which sums to 0. */
    double[] ratioResiduals(double ratio, double baselineMean) {
        double[] residuals = new double[size()];
        for (int t = 0; t < residuals.length; t++) {
            residuals[t] = candidate[t] / baselineMean - ratio * (baseline[t] / baselineMean);
        }
        return residuals;
    }

    /** d_t = c_t - b_t. */
    double[] differences() {
        double[] differences = new double[size()];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = candidate[t] - baseline[t];
        }
        return differences;
    }

    /** The same pairs in another unit, a power of two. */
    PairedSeries over(double unit) {
        return new PairedSeries(Moments.over(unit, baseline), Moments.over(unit, candidate), segment);
    }

    PairedSeries slice(int from, int to) {
        return new PairedSeries(
                Arrays.copyOfRange(baseline, from, to),
                Arrays.copyOfRange(candidate, from, to),
                Arrays.copyOfRange(segment, from, to));
    }
}
