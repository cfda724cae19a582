package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.sequential.ConfidenceSequence;
import io.phoenix.activity.analysis.statistics.Interval;
import java.util.Map;
import java.util.Optional;

/**
 * The interval of the ratio that would hold at any time, whenever somebody looks, from 15 blocks on. Its blocks are a
 * twenty-fourth of the planned run, so that they do not grow with it.
 *
 * @param alpha two-sided
 */
record AnyTime(double ratio, double lower, double upper, int blocks, double alpha) {
    private static final int TIGHTEST_AT = 20;

    /** @param planned complete pairs of the whole run */
    static Optional<AnyTime> of(PairedSeries pairs, int planned, double alpha) {
        double baselineMean = pairs.baselineMean();
        double ratio = pairs.candidateMean() / baselineMean;
        int blocks = pairs.size() / Math.max(1, planned / Blocks.COUNT);
        if (pairs.size() < Blocks.FEWEST_PAIRS || blocks < ConfidenceSequence.FEWEST_BLOCKS || !(ratio > 0)) {
            return Optional.empty();
        }
        double[] means = BlockMeans.of(pairs.ratioResiduals(ratio, baselineMean), pairs.segment(), blocks)
                .values();
        return new ConfidenceSequence(alpha, TIGHTEST_AT)
                .of(means)
                .map(around -> scaled(ratio, around, means.length, alpha));
    }

    private static AnyTime scaled(double ratio, Interval around, int blocks, double alpha) {
        double half = (around.upper() - around.lower()) / 2 / ratio;
        return new AnyTime(ratio, ratio * StrictMath.exp(-half), ratio * StrictMath.exp(half), blocks, alpha);
    }

    Map<String, Double> numbers() {
        return Map.of("lower", lower, "upper", upper, "blocks", (double) blocks, "alpha", alpha);
    }
}
