package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Optional;

/** Statements without a sampling error, about the level that was seen. */
final class Exactness {
    private static final double TOLERANCE = 1e-12;
    private static final double SMALLEST_COUNT = 50;

    private Exactness() {}

    /** Whether every residual is zero but for rounding of the arithmetic. */
    static boolean exact(double[] residuals, double value) {
        return Moments.largestMagnitude(residuals) <= TOLERANCE * Math.max(1, Math.abs(value));
    }

    /**
     * The ratios that explain every pair of counts as the rounding of one exact proportion; empty when there is none, or
     * when the values are no counts or too small ones.
     */
    static Optional<Interval> toRounding(PairedSeries pairs, double baselineMean) {
        if (baselineMean < SMALLEST_COUNT) {
            return Optional.empty();
        }
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        for (int t = 0; t < pairs.size(); t++) {
            double b = pairs.baseline()[t];
            double c = pairs.candidate()[t];
            if (b != Math.rint(b) || c != Math.rint(c) || b < 1) {
                return Optional.empty();
            }
            lower = Math.max(lower, (c - 0.5) / (b + 0.5));
            upper = Math.min(upper, (c + 0.5) / (b - 0.5));
        }
        return lower <= upper ? Optional.of(new Interval(lower, upper)) : Optional.empty();
    }
}
