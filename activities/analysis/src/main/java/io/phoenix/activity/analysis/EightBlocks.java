package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Map;
import java.util.Optional;

/** The paired ratio with the error bar of 8 independent block means (Schmeiser 1982): shown, never deciding. */
record EightBlocks(Estimate.Linear estimate) {
    private static final int COUNT = 8;

    /** Empty for fewer than 8 pairs, or where every block has the same mean. */
    static Optional<EightBlocks> of(PairedSeries pairs) {
        if (pairs.size() < COUNT) {
            return Optional.empty();
        }
        double baselineMean = pairs.baselineMean();
        double ratio = pairs.candidateMean() / baselineMean;
        double[] residuals = pairs.ratioResiduals(ratio, baselineMean);
        double[] means =
                BlockMeans.of(residuals, new int[residuals.length], COUNT).values();
        double standardError = Math.sqrt(Moments.variance(means) / COUNT);
        return standardError > 0
                ? Optional.of(new EightBlocks(new Estimate.Linear(ratio, standardError, COUNT - 1.0)))
                : Optional.empty();
    }

    Map<String, Double> numbers() {
        return ShownTests.numbers(estimate);
    }
}
