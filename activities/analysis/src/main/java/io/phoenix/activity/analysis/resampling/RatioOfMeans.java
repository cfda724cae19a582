package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Moments;

/** Mean of the candidate to mean of the baseline; a block costs two subtractions of running sums. */
public final class RatioOfMeans implements PairedStatistic {
    private final double[] baseline;
    private final double[] candidate;

    public RatioOfMeans(double[] baseline, double[] candidate) {
        double unit = Moments.largestMagnitude(baseline);
        this.baseline = runningSums(baseline, unit);
        this.candidate = runningSums(candidate, unit);
    }

    @Override
    public int size() {
        return baseline.length - 1;
    }

    @Override
    public double[] estimates() {
        return new double[] {candidate[size()] / baseline[size()]};
    }

    @Override
    public double[] of(Resample resample) {
        double b = 0;
        double c = 0;
        for (int i = 0; i < resample.blocks; i++) {
            int from = resample.starts[i];
            int to = from + resample.lengths[i];
            b += stretch(baseline, from, to);
            c += stretch(candidate, from, to);
        }
        return new double[] {c / b};
    }

    private static double stretch(double[] sums, int from, int to) {
        int n = sums.length - 1;
        return to <= n ? sums[to] - sums[from] : sums[n] - sums[from] + sums[to - n];
    }

    private static double[] runningSums(double[] values, double unit) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i] / unit;
        }
        return sums;
    }
}
