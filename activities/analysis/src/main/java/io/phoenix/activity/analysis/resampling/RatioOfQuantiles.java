package io.phoenix.activity.analysis.resampling;

import java.util.Arrays;

/**
 * Quantiles of the candidate to the same quantiles of the baseline, by linear interpolation. The data are sorted once;
 * a resample counts how often each rank was drawn.
 */
public final class RatioOfQuantiles implements PairedStatistic {
    private final double[] probabilities;
    private final Ranked baseline;
    private final Ranked candidate;

    public RatioOfQuantiles(double[] baseline, double[] candidate, double... probabilities) {
        this.probabilities = probabilities.clone();
        this.baseline = new Ranked(baseline);
        this.candidate = new Ranked(candidate);
    }

    @Override
    public int size() {
        return baseline.sorted.length;
    }

    @Override
    public double[] estimates() {
        double[] ratios = new double[probabilities.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = Quantile.ofSorted(candidate.sorted, probabilities[i])
                    / Quantile.ofSorted(baseline.sorted, probabilities[i]);
        }
        return ratios;
    }

    @Override
    public double[] of(Resample resample) {
        int total = baseline.draw(resample);
        candidate.draw(resample);
        double[] ratios = new double[probabilities.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = candidate.fromAbove(total, probabilities[i]) / baseline.fromAbove(total, probabilities[i]);
        }
        return ratios;
    }

    private static final class Ranked {
        private final double[] sorted;
        private final int[] rank;
        private final int[] drawn;

        Ranked(double[] values) {
            int n = values.length;
            sorted = values.clone();
            Arrays.sort(sorted);
            rank = new int[n];
            drawn = new int[n];
            for (int i = 0; i < n; i++) {
                rank[i] = Arrays.binarySearch(sorted, values[i]);
            }
        }

        /** How many were drawn. */
        int draw(Resample resample) {
            Arrays.fill(drawn, 0);
            int n = sorted.length;
            int total = 0;
            for (int i = 0; i < resample.blocks; i++) {
                int from = resample.starts[i];
                int length = resample.lengths[i];
                int first = Math.min(length, n - from);
                count(from, from + first);
                count(0, length - first);
                total += length;
            }
            return total;
        }

        private void count(int from, int to) {
            for (int t = from; t < to; t++) {
                drawn[rank[t]]++;
            }
        }

        /** Walks down from the largest, since the quantiles of interest are high ones. */
        double fromAbove(int total, double probability) {
            double position = (total - 1) * probability;
            int below = (int) Math.floor(position);
            int toSkip = total - 1 - below;
            double above = Double.NaN;
            int passed = 0;
            for (int r = sorted.length - 1; r >= 0; r--) {
                passed += drawn[r];
                if (passed >= toSkip && toSkip > 0 && Double.isNaN(above)) {
                    above = sorted[r];
                }
                if (passed > toSkip) {
                    return Quantile.between(sorted[r], toSkip == 0 ? sorted[r] : above, position - below);
                }
            }
            return Double.NaN;
        }
    }
}
