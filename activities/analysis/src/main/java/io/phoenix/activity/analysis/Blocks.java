package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Optional;

/**
 * The primary estimator's error bar: the run is cut into 24 stretches; how much the residual moves from stretch to
 * stretch, and whether neighbours move together, gives the standard error (block means with one prewhitening lag;
 * Andrews and Monahan 1992, bias of the lag-1 correlation after Marriott and Pope 1954).
 *
 * <p>A block never straddles a pause: every segment is cut into its own blocks, as many as its share of the pairs, and
 * lag terms are formed inside a segment only. A segment shorter than half a block forms none; its pairs count in the
 * means alone.
 *
 * @param lag1 r1, before correction and clipping
 * @param correlation rc, corrected and clipped to [-0.3, 0.97]
 */
record Blocks(
        int count, double lag1, double correlation, double effective, double standardError, double degreesOfFreedom) {
    static final int COUNT = 24;
    static final int FEWEST_PAIRS = 2 * COUNT;

    private static final double LOWEST_CORRELATION = -0.3;
    private static final double HIGHEST_CORRELATION = 0.97;
    private static final double NEGLIGIBLE = 1e-24;
    private static final int FEWEST_LAGS = COUNT / 2;

    /** Whether neighbouring stretches move together as much as the estimator can follow. */
    boolean nonStationary() {
        return correlation >= HIGHEST_CORRELATION;
    }

    /** The same blocks of values that are {@code unit} times as large. */
    Blocks times(double unit) {
        return unit == 1
                ? this
                : new Blocks(count, lag1, correlation, effective, standardError * unit, degreesOfFreedom);
    }

    /**
     * Empty for fewer than 48 pairs, or when pauses leave fewer than 12 pairs of neighbouring blocks.
     *
     * @param residuals sum to 0
     * @param value the ratio or difference whose error this is
     */
    static Optional<Blocks> of(double[] residuals, int[] segment, double value) {
        if (residuals.length < FEWEST_PAIRS) {
            return Optional.empty();
        }
        BlockMeans means = BlockMeans.of(residuals, segment, COUNT);
        if (means.neighbours() < FEWEST_LAGS) {
            return Optional.empty();
        }
        double[] x = Moments.centred(means.values());
        int k = x.length;
        double squares = Moments.sumOfSquares(x);
        if (squares <= NEGLIGIBLE * Math.max(1, value * value) * k) {
            return Optional.of(negligible(residuals, k));
        }
        double r1 = means.laggedProducts(x) / squares;
        double rc = Moments.clip(r1 + (1 + 3 * r1) / k, LOWEST_CORRELATION, HIGHEST_CORRELATION);
        double[] u = Moments.centred(means.innovations(x, rc));
        double s2 = Moments.sumOfSquares(u) / u.length;
        double effective = Moments.clip(k * (1 - rc) / (1 + rc), 2, k);
        return Optional.of(
                new Blocks(k, r1, rc, effective, Math.sqrt(s2 / k) / (1 - rc), 1 / (1.0 / k + 2 / effective)));
    }

    private static Blocks negligible(double[] residuals, int k) {
        double standardError = Math.sqrt(Moments.variance(residuals) / residuals.length);
        return new Blocks(k, 0, 0, k, standardError, 8);
    }
}
