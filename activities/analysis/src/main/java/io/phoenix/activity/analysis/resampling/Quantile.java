package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Ascending;

/** Quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7; R's and NumPy's default). */
public final class Quantile {
    private Quantile() {}

    /** NaN for no values. */
    public static double of(double[] values, double probability) {
        return ofSorted(Ascending.of(values), probability);
    }

    static double ofSorted(double[] sorted, double probability) {
        if (sorted.length == 0 || Double.isNaN(probability)) {
            return Double.NaN;
        }
        double position = (sorted.length - 1) * Math.min(1, Math.max(0, probability));
        int below = (int) Math.floor(position);
        return between(sorted[below], sorted[Math.min(below + 1, sorted.length - 1)], position - below);
    }

    static double between(double below, double above, double share) {
        return share == 0 ? below : below * (1 - share) + above * share;
    }
}
