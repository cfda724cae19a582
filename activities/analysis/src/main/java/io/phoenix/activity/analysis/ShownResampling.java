package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.resampling.BlockBootstrap;
import io.phoenix.activity.analysis.resampling.BlockLength;
import io.phoenix.activity.analysis.resampling.BootstrapDistribution;
import io.phoenix.activity.analysis.resampling.RatioOfQuantiles;
import io.phoenix.activity.analysis.resampling.Scheme;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.domain.measurement.Metric;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ratios of high quantiles of what the collector needs, with intervals from resampled stretches; no formula gives their
 * error bar. Longer series get fewer resamples, so that the work stays bounded.
 */
final class ShownResampling {
    private static final double TAIL = 0.025;
    private static final int MOST_RESAMPLES = 9999;
    private static final int FEWEST_RESAMPLES = 399;
    private static final int PAIRS_DRAWN = 10_000_000;
    private static final String[] NAMES = {"bootstrapP95", "bootstrapP99"};
    private static final Set<String> WITH_QUANTILES =
            Set.of(Metric.COLLECTOR_CPU.metricName(), Metric.COLLECTOR_MEMORY.metricName());

    private ShownResampling() {}

    static void of(PairedSeries pairs, MetricDraft draft, String candidate) {
        draft.shown("maximum", maximum(pairs));
        if (pairs.size() < Blocks.FEWEST_PAIRS
                || !WITH_QUANTILES.contains(draft.name())
                || !RatioInference.applies(pairs)) {
            return;
        }
        double baselineMean = pairs.baselineMean();
        BlockLength length = BlockLength.of(pairs.ratioResiduals(pairs.candidateMean() / baselineMean, baselineMean));
        int resamples = Math.max(FEWEST_RESAMPLES, Math.min(MOST_RESAMPLES, PAIRS_DRAWN / pairs.size()));
        List<BootstrapDistribution> found = new BlockBootstrap(
                        Scheme.STATIONARY, length.stationary(), resamples, seed(candidate, draft.name()))
                .of(new RatioOfQuantiles(pairs.baseline(), pairs.candidate(), 0.95, 0.99));
        for (int i = 0; i < NAMES.length; i++) {
            draft.shown(NAMES[i], numbers(found.get(i), length.stationary(), resamples));
        }
    }

    private static Map<String, Double> numbers(BootstrapDistribution found, double length, int resamples) {
        Interval percentile = found.percentile(TAIL);
        Interval biasCorrected = found.biasCorrected(TAIL);
        return Map.of(
                "ratio", found.estimate(),
                "standardError", found.standardError(),
                "percentileLower", percentile.lower(),
                "percentileUpper", percentile.upper(),
                "bcaLower", biasCorrected.lower(),
                "bcaUpper", biasCorrected.upper(),
                "blockLength", length,
                "resamples", (double) resamples);
    }

    /** Described only: no resampling gives a maximum an error bar. */
    private static Map<String, Double> maximum(PairedSeries pairs) {
        return Map.of("baseline", Moments.largest(pairs.baseline()), "candidate", Moments.largest(pairs.candidate()));
    }

    /** Fowler, Noll and Vo's hash of the two names. */
    private static long seed(String candidate, String metric) {
        long hash = 0xcbf29ce484222325L;
        for (char letter : (candidate + '/' + metric).toCharArray()) {
            hash = (hash ^ letter) * 0x100000001b3L;
        }
        return hash;
    }
}
