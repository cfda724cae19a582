package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Ascending;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of the candidate to the same quantiles of the baseline, by linear interpolation. The data are sorted once; a
 * resample counts how often each of the highest ranks was drawn, and the others only when these do not reach down to a
 * quantile.
 */
public final class RatioOfQuantiles implements PairedStatistic {
    /** How many times the share above the lowest quantile is counted at first. */
    private static final double RESERVE = 3;

    private final double[] probabilities;
    private final Ranked baseline;
    private final Ranked candidate;

    public RatioOfQuantiles(double[] baseline, double[] candidate, double... probabilities) {
        this.probabilities = probabilities.clone();
        double lowest = Arrays.stream(probabilities).min().orElse(0);
        int counted = (int) Math.min(baseline.length, Math.ceil(RESERVE * (1 - lowest) * baseline.length));
        this.baseline = new Ranked(baseline, counted);
        this.candidate = new Ranked(candidate, counted);
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
        baseline.draw(resample);
        candidate.draw(resample);
        double[] ratios = new double[probabilities.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = candidate.quantile(resample, probabilities[i]) / baseline.quantile(resample, probabilities[i]);
        }
        return ratios;
    }

    private static final class Ranked {
        private final double[] sorted;
        private final Ranks highest;
        private final int[] rank;
        private @Nullable Ranks all;

        /** @param counted how many of the highest ranks are counted at first */
        Ranked(double[] values, int counted) {
            sorted = Ascending.of(values);
            rank = new int[values.length];
            for (int i = 0; i < rank.length; i++) {
                rank[i] = Arrays.binarySearch(sorted, values[i]);
            }
            highest = new Ranks(sorted, rank, sorted.length - counted);
        }

        void draw(Resample resample) {
            highest.draw(resample);
        }

        double quantile(Resample resample, double probability) {
            double found = highest.fromAbove(resample.points, probability);
            if (!Double.isNaN(found)) {
                return found;
            }
            all = all == null ? new Ranks(sorted, rank, 0) : all;
            all.draw(resample);
            return all.fromAbove(resample.points, probability);
        }
    }

    /** How often each rank from {@code lowest} on was drawn. */
    private static final class Ranks {
        private final double[] sorted;
        private final int lowest;
        private final int[] drawn;
        private final int[] inTime;
        private final int[] before;

        Ranks(double[] sorted, int[] rank, int lowest) {
            this.sorted = sorted;
            this.lowest = lowest;
            this.drawn = new int[sorted.length - lowest];
            this.before = new int[rank.length + 1];
            int[] found = new int[rank.length];
            int count = 0;
            for (int t = 0; t < rank.length; t++) {
                before[t] = count;
                if (rank[t] >= lowest) {
                    found[count++] = rank[t] - lowest;
                }
            }
            before[rank.length] = count;
            this.inTime = Arrays.copyOf(found, count);
        }

        void draw(Resample resample) {
            Arrays.fill(drawn, 0);
            int n = sorted.length;
            for (int i = 0; i < resample.blocks; i++) {
                int from = resample.starts[i];
                int first = Math.min(resample.lengths[i], n - from);
                count(from, from + first);
                count(0, resample.lengths[i] - first);
            }
        }

        private void count(int from, int to) {
            for (int i = before[from]; i < before[to]; i++) {
                drawn[inTime[i]]++;
            }
        }

        /** Walks down from the largest; NaN when the quantile lies below what is counted. */
        double fromAbove(int total, double probability) {
            double position = (total - 1) * probability;
            int below = (int) Math.floor(position);
            int toSkip = total - 1 - below;
            double above = Double.NaN;
            int passed = 0;
            for (int r = drawn.length - 1; r >= 0; r--) {
                passed += drawn[r];
                if (passed >= toSkip && toSkip > 0 && Double.isNaN(above)) {
                    above = sorted[lowest + r];
                }
                if (passed > toSkip) {
                    return Quantile.between(
                            sorted[lowest + r], toSkip == 0 ? sorted[lowest + r] : above, position - below);
                }
            }
            return Double.NaN;
        }
    }
}
