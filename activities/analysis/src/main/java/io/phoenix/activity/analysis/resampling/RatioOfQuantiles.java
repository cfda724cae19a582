package io.phoenix.activity.analysis.resampling;

import java.util.Arrays;

/**
 * A quantile of the candidate to the same quantile of the baseline, both by linear interpolation. The data are sorted once;
 * a resample counts how often each rank was drawn.
 */
public final class RatioOfQuantiles implements PairedStatistic {
    private final double probability;
    private final Ranked baseline;
    private final Ranked candidate;

    public RatioOfQuantiles(double[] baseline, double[] candidate, double probability) {
        this.probability = probability;
        this.baseline = new Ranked(baseline);
        this.candidate = new Ranked(candidate);
    }

    @Override
    public int size() {
        return baseline.sorted.length;
    }

    @Override
    public double estimate() {
        return Quantile.ofSorted(candidate.sorted, probability) / Quantile.ofSorted(baseline.sorted, probability);
    }

    @Override
    public double of(Resample resample) {
        return candidate.quantile(resample, probability) / baseline.quantile(resample, probability);
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

        double quantile(Resample resample, double probability) {
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
            return fromAbove(total, probability);
        }

        private void count(int from, int to) {
            for (int t = from; t < to; t++) {
                drawn[rank[t]]++;
            }
        }

        /** Walks down from the largest, since the quantiles of interest are high ones. */
        private double fromAbove(int total, double probability) {
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
