package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Ascending;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Arrays;

/**
 * Quantiles of the candidate to the same quantiles of the baseline, by linear interpolation. The data are sorted once; a
 * resample counts how often each of the highest ranks was drawn, and the others only when these do not reach down to a
 * quantile.
 */
public final class RatioOfQuantiles implements PairedStatistic {
    /** How many ranks more than the share above the lowest quantile are counted at first, in roots of that number. */
    private static final double RESERVE = 8;

    private final double[] probabilities;
    private final Ranked baseline;
    private final Ranked candidate;
    private Counts highest;

    public RatioOfQuantiles(double[] baseline, double[] candidate, double... probabilities) {
        this.probabilities = probabilities.clone();
        this.baseline = Ranked.of(baseline);
        this.candidate = Ranked.of(candidate);
        double above = (1 - Arrays.stream(probabilities).min().orElse(0)) * baseline.length;
        this.highest = new Counts((int) Math.ceil(above + RESERVE * Math.sqrt(above)));
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
        double[] ratios = highest.ratios(resample);
        while (!Moments.finite(ratios) && highest.lowest > 0) {
            highest = new Counts(2 * highest.drawnOfBaseline.length);
            ratios = highest.ratios(resample);
        }
        return ratios;
    }

    /** The values in the order of time, and ascending; both zeros are one, as they are equal but sorted apart. */
    private record Ranked(double[] values, double[] sorted) {
        static Ranked of(double[] values) {
            double[] oneZero = Arrays.stream(values).map(value -> value + 0.0).toArray();
            return new Ranked(oneZero, Ascending.of(oneZero));
        }

        /** The ranks from {@code lowest} on in the order of time, counted from it; equal values share one. */
        int[] inTime(int lowest) {
            return Arrays.stream(values)
                    .filter(value -> value >= sorted[lowest])
                    .mapToInt(value -> Arrays.binarySearch(sorted, lowest, sorted.length, value) - lowest)
                    .toArray();
        }
    }

    /** How often each rank from {@code lowest} on was drawn, on both sides. */
    private final class Counts {
        private static final int CANDIDATE = Integer.SIZE;
        private static final int SHORT = 8;

        private final int lowest;
        private final int[] ofBaseline;
        private final int[] ofCandidate;
        private final int[] drawnOfBaseline;
        private final int[] drawnOfCandidate;
        /** How many counted ranks of both sides come before each point in time, side by side since both are asked for. */
        private final long[] before;
        /** A bit for each point at which a rank of either side is counted; it stays in the nearest cache. */
        private final long[] counted;

        Counts(int ranks) {
            int n = size();
            this.lowest = Math.max(0, n - Math.max(1, ranks));
            this.ofBaseline = baseline.inTime(lowest);
            this.ofCandidate = candidate.inTime(lowest);
            this.drawnOfBaseline = new int[n - lowest];
            this.drawnOfCandidate = new int[n - lowest];
            this.before = new long[n + 1];
            this.counted = new long[n / Long.SIZE + 2];
            for (int t = 0; t < n; t++) {
                before[t + 1] = before[t]
                        + (baseline.values[t] >= baseline.sorted[lowest] ? 1 : 0)
                        + (candidate.values[t] >= candidate.sorted[lowest] ? 1L << CANDIDATE : 0);
                counted[t / Long.SIZE] |= before[t + 1] == before[t] ? 0 : 1L << t;
            }
        }

        /** NaN for a quantile that lies below what is counted. */
        double[] ratios(Resample resample) {
            draw(resample);
            double[] ratios = new double[probabilities.length];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = fromAbove(candidate.sorted, drawnOfCandidate, resample.points, probabilities[i])
                        / fromAbove(baseline.sorted, drawnOfBaseline, resample.points, probabilities[i]);
            }
            return ratios;
        }

        private void draw(Resample resample) {
            Arrays.fill(drawnOfBaseline, 0);
            Arrays.fill(drawnOfCandidate, 0);
            int n = size();
            for (int i = 0; i < resample.blocks; i++) {
                int from = resample.starts[i];
                int length = resample.lengths[i];
                int to = from + length;
                if (length < SHORT && nothing(from, length)) {
                    continue;
                }
                if (to <= n) {
                    count(before[from], before[to]);
                } else {
                    count(before[from], before[n]);
                    count(before[0], before[to - n]);
                }
            }
        }

        /** Whether no rank is counted at a few points; those after the end are looked at by {@link #count}. */
        private boolean nothing(int from, int length) {
            int word = from / Long.SIZE;
            int within = from % Long.SIZE;
            long bits = counted[word] >>> within | counted[word + 1] << 1 << Long.SIZE - 1 - within;
            return (bits & (1L << length) - 1) == 0 && from + length <= size();
        }

        private void count(long from, long to) {
            for (int i = (int) from; i < (int) to; i++) {
                drawnOfBaseline[ofBaseline[i]]++;
            }
            for (int i = (int) (from >>> CANDIDATE); i < (int) (to >>> CANDIDATE); i++) {
                drawnOfCandidate[ofCandidate[i]]++;
            }
        }

        /** Walks down from the largest. */
        private double fromAbove(double[] sorted, int[] drawn, int total, double probability) {
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
