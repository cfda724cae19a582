package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.EffectSize;
import io.phoenix.activity.analysis.statistics.Equivalence;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.HodgesLehmann;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Kpss;
import io.phoenix.activity.analysis.statistics.LjungBox;
import io.phoenix.activity.analysis.statistics.MannWhitney;
import io.phoenix.activity.analysis.statistics.NonInferiority;
import io.phoenix.activity.analysis.statistics.PairedT;
import io.phoenix.activity.analysis.statistics.TwoSamples;
import io.phoenix.activity.analysis.statistics.Welch;
import io.phoenix.activity.analysis.statistics.Wilcoxon;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tests that are computed beside the verdict and never decide: from 2 pairs on where they exist, those of 24 blocks and of
 * the course of time from 48 pairs on.
 */
final class ShownTests {
    private static final double TAIL = 0.025;
    private static final int LAGS = 10;

    private ShownTests() {}

    static void of(PairedSeries pairs, MetricDraft draft) {
        boolean ratio = RatioInference.applies(pairs) && pairs.candidateMean() > 0;
        ofSamples(pairs, draft);
        if (ratio) {
            NeweyWest.of(pairs).ifPresent(found -> draft.shown("neweyWest", found.numbers()));
            EightBlocks.of(pairs).ifPresent(found -> draft.shown("blockMeans", found.numbers()));
        }
        if (pairs.size() < Blocks.FEWEST_PAIRS) {
            return;
        }
        draft.shown("pairedT", PairedT.of(blocks(pairs, pairs.differences())).numbers());
        if (ratio) {
            draft.shown("wilcoxon", Wilcoxon.of(logarithmsOfBlockRatios(pairs)).numbers());
            ofTime(pairs, draft);
        }
    }

    /** Whether the ratio stays where it is while time passes. */
    private static void ofTime(PairedSeries pairs, MetricDraft draft) {
        double baselineMean = pairs.baselineMean();
        double[] residuals = pairs.ratioResiduals(pairs.candidateMean() / baselineMean, baselineMean);
        draft.shown("autocorrelation", LjungBox.of(residuals, LAGS).numbers());
        draft.shown("stationarity", Kpss.of(residuals).numbers());
        HalfSplit.of(pairs).ifPresent(halves -> {
            draft.shown("halves", halves.numbers());
            if (halves.drift()) {
                draft.stamp("DRIFT");
            }
        });
    }

    /** Tests that take the two series for independent samples. */
    private static void ofSamples(PairedSeries pairs, MetricDraft draft) {
        TwoSamples samples = new TwoSamples(pairs.baseline(), pairs.candidate());
        draft.shown("welch", Welch.of(samples).numbers());
        draft.shown(
                "mannWhitney",
                MannWhitney.of(samples, MannWhitney.Method.EXACT_IF_SMALL).numbers());
        draft.shown("hodgesLehmann", HodgesLehmann.of(samples).numbers());
        draft.shown("effectSize", EffectSize.of(samples).numbers());
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
