package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Ascending;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Arrays;

/**
 * Quantiles of the candidate to the same quantiles of the baseline, by linear interpolation. The data are sorted once; a
 * resample counts how often each of the highest values was drawn, and the others only when these do not reach down to a
 * quantile. Not thread-safe.
 */
public final class RatioOfQuantiles implements PairedStatistic {
    /** How many values more than the share above the lowest quantile are counted at first, in roots of that number. */
    private static final double RESERVE = 8;

    private final double[] probabilities;
    private final double[] baseline;
    private final double[] candidate;
    private final double[] estimates;
    private int counted;
    private Counts highest;

    public RatioOfQuantiles(double[] baseline, double[] candidate, double... probabilities) {
        this.probabilities = probabilities.clone();
        this.baseline = oneZero(baseline);
        this.candidate = oneZero(candidate);
        double[] ofBaseline = Ascending.of(this.baseline);
        double[] ofCandidate = Ascending.of(this.candidate);
        this.estimates = Arrays.stream(probabilities)
                .map(probability ->
                        Quantile.ofSorted(ofCandidate, probability) / Quantile.ofSorted(ofBaseline, probability))
                .toArray();
        double above = (1 - Arrays.stream(probabilities).min().orElse(0)) * size();
        this.counted = Math.max(1, (int) Math.ceil(above + RESERVE * Math.sqrt(above)));
        this.highest = new Counts(counted, ofBaseline, ofCandidate);
    }

    /** Both zeros are equal but ordered apart. */
    private static double[] oneZero(double[] values) {
        return Arrays.stream(values).map(value -> value + 0.0).toArray();
    }

    @Override
    public int size() {
        return baseline.length;
    }

    @Override
    public double[] estimates() {
        return estimates.clone();
    }

    @Override
    public double[] of(Resample resample) {
        double[] ratios = highest.ratios(resample);
        while (!Moments.finite(ratios) && counted < size()) {
            counted *= 2;
            highest = new Counts(counted, Ascending.of(baseline), Ascending.of(candidate));
            ratios = highest.ratios(resample);
        }
        return ratios;
    }

    /** The highest values of one side, equal ones of the lowest included, and how often each was drawn. */
    private static final class Highest {
        /** From the largest on. */
        private final double[] values;
        /** Where each stands among them in the order of time. */
        private final int[] places;
        /** By place: how many more blocks hold it than hold the one before; once all are known, how many hold it. */
        private final int[] blocks;
        /** How often each value or a larger one was drawn. */
        private final int[] drawn;

        /** @param ascending all values in order */
        Highest(double[] inTime, double[] ascending, int lowest) {
            int from = lowest;
            while (from > 0 && ascending[from - 1] == ascending[lowest]) {
                from--;
            }
            double[] high = Arrays.copyOfRange(ascending, from, ascending.length);
            int size = high.length;
            this.values = new double[size];
            this.places = new int[size];
            this.blocks = new int[size + 1];
            this.drawn = new int[size];
            int[] firstEqual = new int[size];
            for (int i = 0; i < size; i++) {
                firstEqual[i] = i > 0 && high[i] == high[i - 1] ? firstEqual[i - 1] : i;
                values[size - 1 - i] = high[i];
            }
            int[] seen = new int[size];
            int place = 0;
            for (double value : inTime) {
                if (has(value)) {
                    int first = firstEqual[Arrays.binarySearch(high, value)];
                    places[size - 1 - first - seen[first]++] = place++;
                }
            }
        }

        boolean has(double value) {
            return value >= values[values.length - 1];
        }

        void clear() {
            Arrays.fill(blocks, 0);
        }

        void add(int from, int to) {
            blocks[from]++;
            blocks[to]--;
        }

        void count() {
            int holding = 0;
            for (int place = 0; place < blocks.length; place++) {
                holding += blocks[place];
                blocks[place] = holding;
            }
            int above = 0;
            for (int rank = 0; rank < drawn.length; rank++) {
                above += blocks[places[rank]];
                drawn[rank] = above;
            }
        }

        /** NaN for a quantile that lies below the lowest. */
        double quantile(int total, double probability) {
            double position = (total - 1) * probability;
            int below = (int) Math.floor(position);
            int larger = total - 1 - below;
            double lower = drawnAs(larger);
            return Quantile.between(lower, larger == 0 ? lower : drawnAs(larger - 1), position - below);
        }

        /** The value drawn when so many larger or equal ones are passed over. */
        private double drawnAs(int passed) {
            int rank = Arrays.binarySearch(drawn, passed);
            // Behind the last with exactly so many comes the first with more.
            int first = rank < 0 ? -1 - rank : rank + 1;
            while (first < drawn.length && drawn[first] == passed) {
                first++;
            }
            return first < drawn.length ? values[first] : Double.NaN;
        }
    }

    /** The highest values of both sides. */
    private final class Counts {
        private static final int CANDIDATE = Integer.SIZE;
        private static final int SHORT = 8;

        private final Highest ofBaseline;
        private final Highest ofCandidate;
        /** How many counted values of both sides come before each point in time, side by side since both are asked for. */
        private final long[] before;
        /** A bit for each point at which a value of either side is counted; it stays in the nearest cache. */
        private final long[] points;

        Counts(int values, double[] baselineAscending, double[] candidateAscending) {
            int n = size();
            int rank = Math.max(0, n - values);
            this.ofBaseline = new Highest(baseline, baselineAscending, rank);
            this.ofCandidate = new Highest(candidate, candidateAscending, rank);
            this.before = new long[n + 1];
            this.points = new long[n / Long.SIZE + 2];
            for (int t = 0; t < n; t++) {
                before[t + 1] = before[t]
                        + (ofBaseline.has(baseline[t]) ? 1 : 0)
                        + (ofCandidate.has(candidate[t]) ? 1L << CANDIDATE : 0);
                points[t / Long.SIZE] |= before[t + 1] == before[t] ? 0 : 1L << t;
            }
        }

        /** NaN for a quantile that lies below what is counted. */
        double[] ratios(Resample resample) {
            draw(resample);
            return Arrays.stream(probabilities)
                    .map(probability -> ofCandidate.quantile(resample.points, probability)
                            / ofBaseline.quantile(resample.points, probability))
                    .toArray();
        }

        private void draw(Resample resample) {
            ofBaseline.clear();
            ofCandidate.clear();
            int n = size();
            for (int i = 0; i < resample.blocks; i++) {
                int from = resample.starts[i];
                int length = resample.lengths[i];
                int to = from + length;
                if (length < SHORT && nothing(from, length)) {
                    continue;
                }
                if (to <= n) {
                    add(before[from], before[to]);
                } else {
                    add(before[from], before[n]);
                    add(before[0], before[to - n]);
                }
            }
            ofBaseline.count();
            ofCandidate.count();
        }

        /** Whether no value is counted at a few points; those after the end are looked at by {@link #add}. */
        private boolean nothing(int from, int length) {
            int word = from / Long.SIZE;
            int within = from % Long.SIZE;
            long bits = points[word] >>> within | points[word + 1] << 1 << Long.SIZE - 1 - within;
            return (bits & (1L << length) - 1) == 0 && from + length <= size();
        }

        private void add(long from, long to) {
            ofBaseline.add((int) from, (int) to);
            ofCandidate.add((int) (from >>> CANDIDATE), (int) (to >>> CANDIDATE));
        }
    }
}
