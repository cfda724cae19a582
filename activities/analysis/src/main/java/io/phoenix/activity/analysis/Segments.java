package io.phoenix.activity.analysis;

import java.util.Optional;

/**
 * A ratio that stood still on a few levels: the levels are the blocks.
 *
 * @param levels how many runs of equal ratio there are, 2 to 12
 * @param effective 1 / sum of squared shares of points: how many runs of equal length say as much
 */
record Segments(int levels, double effective, double standardError, double degreesOfFreedom) {
    /** Fewer levels than this give no usable error bar. */
    static final int FEWEST_LEVELS = 4;

    private static final int MOST_LEVELS = 12;
    private static final double EQUAL = 1e-9;

    /** Empty when the ratio has another number of levels than 2 to 12. */
    static Optional<Segments> of(PairedSeries pairs, double[] residuals) {
        int n = pairs.size();
        int levels = 0;
        double squares = 0;
        double shares = 0;
        int start = 0;
        for (int t = 1; t <= n; t++) {
            if (t < n && sameLevel(pairs, t)) {
                continue;
            }
            levels++;
            double share = (double) (t - start) / n;
            double sum = sum(residuals, start, t) / n;
            shares += share * share;
            squares += sum * sum;
            start = t;
        }
        if (levels < 2 || levels > MOST_LEVELS) {
            return Optional.empty();
        }
        double effective = 1 / shares;
        double standardError = Math.sqrt(squares * effective / (effective - 1));
        return Optional.of(new Segments(levels, effective, standardError, Math.max(1, effective - 1)));
    }

    private static boolean sameLevel(PairedSeries pairs, int t) {
        double before = pairs.candidate()[t - 1] / pairs.baseline()[t - 1];
        double now = pairs.candidate()[t] / pairs.baseline()[t];
        return Math.abs(now - before) <= EQUAL * Math.max(Math.abs(now), Math.abs(before));
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += values[t];
        }
        return sum;
    }
}
