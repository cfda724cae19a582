package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.domain.analysis.MetricResult;
import java.util.Objects;

/** One of several candidates at one goal; a number that does not exist is NaN. */
record Contender(String name, MetricResult result, Series series) {
    double ratio() {
        return result.ratio() == null ? Double.NaN : result.ratio();
    }

    double pValue() {
        return result.pValue() == null ? Double.NaN : result.pValue();
    }

    /** SE / r; there is one wherever there are degrees of freedom. */
    double relativeError() {
        return Objects.requireNonNull(result.standardError(), "standard error") / ratio();
    }

    double degreesOfFreedom() {
        return result.degreesOfFreedom() == null ? Double.NaN : result.degreesOfFreedom();
    }

    /** The pairs of this candidate and another, the other as the baseline. */
    PairedSeries against(Contender other) {
        return PairedSeries.complete(other.series.values, series.values, series.segment);
    }

    /**
     * What was measured of it.
     *
     * @param values on the grid, NaN where there is none
     * @param pairs with the baseline
     */
    record Series(double[] values, int[] segment, PairedSeries pairs) {
        double mean() {
            return pairs.candidateMean();
        }

        double[] blockResiduals() {
            double baselineMean = pairs.baselineMean();
            double[] residuals = pairs.ratioResiduals(pairs.candidateMean() / baselineMean, baselineMean);
            return Moments.centred(
                    BlockMeans.of(residuals, pairs.segment(), Blocks.COUNT).values());
        }
    }
}
