package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Arrays;

/** The complete pairs of one metric in time order, the gaps closed. */
final class PairedSeries {
    private final double[] baseline;
    private final double[] candidate;
    private final int[] segment;
    private final double baselineMean;
    private final double candidateMean;

    /**
     * The arrays must not change afterwards.
     *
     * @param segment of each pair; a pause starts the next segment, and no lag term crosses its border
     */
    PairedSeries(double[] baseline, double[] candidate, int[] segment) {
        if (baseline.length != candidate.length || baseline.length != segment.length) {
            throw new IllegalArgumentException("pairs of " + baseline.length + ", " + candidate.length + " and "
                    + segment.length + " entries do not match");
        }
        this.baseline = baseline;
        this.candidate = candidate;
        this.segment = segment;
        this.baselineMean = Moments.mean(baseline);
        this.candidateMean = Moments.mean(candidate);
    }

    static PairedSeries of(double[] baseline, double[] candidate) {
        return new PairedSeries(baseline, candidate, new int[baseline.length]);
    }

    /** The pairs in which both values are finite. */
    static PairedSeries complete(double[] baseline, double[] candidate, int[] segment) {
        double[] ofBaseline = new double[segment.length];
        double[] ofCandidate = new double[segment.length];
        int[] ofSegment = new int[segment.length];
        int kept = 0;
        for (int t = 0; t < segment.length; t++) {
            if (Double.isFinite(baseline[t]) && Double.isFinite(candidate[t])) {
                ofBaseline[kept] = baseline[t];
                ofCandidate[kept] = candidate[t];
                ofSegment[kept++] = segment[t];
            }
        }
        return new PairedSeries(
                Arrays.copyOf(ofBaseline, kept), Arrays.copyOf(ofCandidate, kept), Arrays.copyOf(ofSegment, kept));
    }

    double[] baseline() {
        return baseline;
    }

    double[] candidate() {
        return candidate;
    }

    int[] segment() {
        return segment;
    }

    int size() {
        return baseline.length;
    }

    double baselineMean() {
        return baselineMean;
    }

    double candidateMean() {
        return candidateMean;
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
