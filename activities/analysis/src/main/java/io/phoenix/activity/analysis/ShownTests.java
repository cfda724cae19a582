package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.EffectSize;
import io.phoenix.activity.analysis.statistics.Equivalence;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.MannWhitney;
import io.phoenix.activity.analysis.statistics.NonInferiority;
import io.phoenix.activity.analysis.statistics.PairedT;
import io.phoenix.activity.analysis.statistics.Welch;
import io.phoenix.activity.analysis.statistics.Wilcoxon;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tests that are computed beside the verdict and never decide; those of a series, from 48 pairs on. */
final class ShownTests {
    private static final double TAIL = 0.025;

    private ShownTests() {}

    static void of(PairedSeries pairs, MetricDraft draft) {
        if (pairs.size() < Blocks.FEWEST_PAIRS) {
            return;
        }
        ofSamples(pairs, draft);
        draft.shown("pairedT", PairedT.of(blocks(pairs, pairs.differences())).numbers());
        if (RatioInference.applies(pairs) && pairs.candidateMean() > 0) {
            draft.shown("wilcoxon", Wilcoxon.of(logarithmsOfBlockRatios(pairs)).numbers());
            NeweyWest.of(pairs).ifPresent(found -> draft.shown("neweyWest", found.numbers()));
            EightBlocks.of(pairs).ifPresent(found -> draft.shown("blockMeans", found.numbers()));
            if (drifts(pairs)) {
                draft.stamp("DRIFT");
            }
        }
    }

    /** Tests that take the two series for independent samples. */
    private static void ofSamples(PairedSeries pairs, MetricDraft draft) {
        draft.shown("welch", Welch.of(pairs.baseline(), pairs.candidate()).numbers());
        draft.shown(
                "mannWhitney",
                MannWhitney.of(pairs.baseline(), pairs.candidate()).numbers());
        draft.shown(
                "effectSize", EffectSize.of(pairs.baseline(), pairs.candidate()).numbers());
    }

    private static double[] logarithmsOfBlockRatios(PairedSeries pairs) {
        double[] baseline = blocks(pairs, pairs.baseline());
        double[] ratios = blocks(pairs, pairs.candidate());
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = StrictMath.log(ratios[i] / baseline[i]);
        }
        return ratios;
    }

    private static double[] blocks(PairedSeries pairs, double[] series) {
        return BlockMeans.of(series, pairs.segment(), Blocks.COUNT).values();
    }

    /** Where the value lies against the limit that the criteria set, and within the same margin on both sides. */
    static void againstLimit(MetricDraft draft, @Nullable Estimate estimate, double limit, double neutral) {
        if (estimate == null) {
            return;
        }
        draft.shown("nonInferiority", NonInferiority.of(estimate, limit).numbers());
        double margin = Math.abs(limit - neutral);
        if (margin > 0) {
            Interval margins = new Interval(neutral - margin, neutral + margin);
            Map<String, Double> numbers =
                    new TreeMap<>(Equivalence.of(estimate, margins).numbers());
            numbers.put("margin", margin);
            draft.shown("equivalence", numbers);
        }
    }

    /** Whether the ratio of the first half and that of the second have disjoint 95 % intervals; it sees little. */
    private static boolean drifts(PairedSeries pairs) {
        int half = pairs.size() / 2;
        if (half < Blocks.FEWEST_PAIRS) {
            return false;
        }
        PairedSeries first = pairs.slice(0, half);
        PairedSeries second = pairs.slice(half, pairs.size());
        if (!RatioInference.applies(first) || !RatioInference.applies(second)) {
            return false;
        }
        Estimate before = byBlocks(first);
        Estimate after = byBlocks(second);
        return before != null && after != null && before.bounds(TAIL).disjoint(after.bounds(TAIL));
    }

    private static @Nullable Estimate byBlocks(PairedSeries pairs) {
        MemoryGate waived = new MemoryGate(java.time.Duration.ZERO, java.time.Duration.ZERO);
        return RatioInference.of(pairs, waived).estimate();
    }

    static Map<String, Double> numbers(Estimate.Linear estimate) {
        Interval interval = estimate.bounds(TAIL);
        return Map.of(
                "ratio", estimate.value(),
                "standardError", estimate.standardError(),
                "degreesOfFreedom", estimate.degreesOfFreedom(),
                "lower", interval.lower(),
                "upper", interval.upper(),
                "pValue", estimate.pValue(1));
    }
}
