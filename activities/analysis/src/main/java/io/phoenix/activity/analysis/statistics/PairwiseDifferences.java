package io.phoenix.activity.analysis.statistics;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Order statistics of all differences x - y without forming them: a search over the ordered bits of a double, with one
 * walk over both sorted samples a step. The answer is exact, since rounding keeps the order of the differences. What one
 * search has learned serves the next. Not thread-safe.
 */
final class PairwiseDifferences {
    private final double[] x;
    private final double[] y;
    /** By how many differences lie at or below it. */
    private final NavigableMap<Long, Split> known = new TreeMap<>();

    private final MergePath path;
    /** The differences of the ranks after {@code belowFew}, ascending, as the last search has found them. */
    private double[] few = {};

    private long belowFew;

    /** Both ascending and finite. */
    PairwiseDifferences(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.path = new MergePath(x, y);
    }

    long count() {
        return (long) x.length * y.length;
    }

    /** The difference of this rank, from 1. */
    double ranked(long rank) {
        if (rank > belowFew && rank <= belowFew + few.length) {
            return few[(int) (rank - belowFew) - 1];
        }
        long low = bits(x[0] - y[y.length - 1]) - 1;
        long high = bits(x[x.length - 1] - y[0]);
        long below = 0;
        long upTo = count();
        Map.Entry<Long, Split> lower = known.lowerEntry(rank);
        if (lower != null) {
            low = bits(lower.getValue().smallestAbove) - 1;
            below = lower.getKey();
        }
        Map.Entry<Long, Split> upper = known.ceilingEntry(rank);
        if (upper != null) {
            high = bits(upper.getValue().largest);
            upTo = upper.getKey();
        }
        long enough = ((long) x.length + y.length) / 4;
        boolean stuck = false;
        for (int step = 0; low + 1 < high && upTo - below > enough; step++) {
            // A little to the one side of the wanted rank and then to the other, so that both bounds close in on it.
            double aim = rank - below + (step % 2 == 0 ? enough : -enough) / 3.0;
            double share = aim / (upTo - below);
            double bound = value(step % 3 == 2 ? middle(low, high) : interpolated(low, high, share));
            // Where many are equal, bounds that are differences themselves leave few steps.
            Split split = stuck ? split(bound) : counted(bound);
            long left = upTo - below;
            if (split.atMost >= rank) {
                high = bits(split.largest);
                upTo = split.atMost;
            } else {
                low = bits(split.smallestAbove) - 1;
                below = split.atMost;
            }
            stuck = upTo - below == left;
        }
        if (low + 1 == high) {
            return value(high);
        }
        few = among(value(low), value(high), (int) (upTo - below));
        belowFew = below;
        return few[(int) (rank - below) - 1];
    }

    double median() {
        long half = count() / 2;
        if (count() % 2 == 1) {
            return ranked(half + 1);
        }
        return (ranked(half) + ranked(half + 1)) / 2;
    }

    private static long middle(long low, long high) {
        return (low & high) + ((low ^ high) >> 1);
    }

    /** Where the value would be if the differences between the bounds were spread evenly; always strictly inside. */
    private static long interpolated(long low, long high, double share) {
        double from = value(low);
        long guess = bits(from + share * (value(high) - from));
        return guess > low && guess < high ? guess : middle(low, high);
    }

    /** How many differences are at most a bound; none of them is above the largest, and none of the others below the smallest. */
    private record Split(long atMost, double largest, double smallestAbove) {}

    private Split counted(double bound) {
        Split split = new Split(path.atMost(bound), bound, Math.nextUp(bound));
        known.putIfAbsent(split.atMost, split);
        return split;
    }

    /** With the differences themselves on both sides of the bound. */
    private Split split(double bound) {
        long count = 0;
        double largest = Double.NEGATIVE_INFINITY;
        double smallest = Double.POSITIVE_INFINITY;
        int j = 0;
        for (double value : x) {
            while (j < y.length && value - y[j] > bound) {
                j++;
            }
            count += y.length - j;
            largest = j < y.length && value - y[j] > largest ? value - y[j] : largest;
            smallest = j > 0 && value - y[j - 1] < smallest ? value - y[j - 1] : smallest;
        }
        Split split = new Split(count, largest, smallest);
        known.put(count, split);
        return split;
    }

    /** The few differences in (low, high], ascending. */
    private double[] among(double low, double high, int size) {
        double[] found = new double[size];
        int next = 0;
        int j = 0;
        for (double value : x) {
            while (j < y.length && value - y[j] > high) {
                j++;
            }
            // Below the smallest double there is none to compare with: low is NaN then, and every difference is above
            // it.
            for (int k = j; k < y.length && !(value - y[k] <= low); k++) {
                found[next++] = value - y[k];
            }
        }
        return Ascending.of(found);
    }

    /** Doubles in their order as integers; both zeros are one. */
    private static long bits(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double value(long ordered) {
        return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
    }
}
