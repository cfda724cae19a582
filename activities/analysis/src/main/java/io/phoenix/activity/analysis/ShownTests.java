package io.phoenix.activity.analysis;

import java.util.Map;

/** Tests that are computed beside the verdict and never decide. */
final class ShownTests {
    private static final double TAIL = 0.025;

    private ShownTests() {}

    static void of(PairedSeries pairs, MetricDraft draft) {
        if (pairs.size() < Blocks.FEWEST_PAIRS) {
            return;
        }
        draft.shown("welch", Welch.of(pairs.baseline(), pairs.candidate()).numbers());
        if (RatioInference.applies(pairs) && pairs.candidateMean() > 0) {
            NeweyWest.of(pairs).ifPresent(found -> draft.shown("neweyWest", found.numbers()));
            EightBlocks.of(pairs).ifPresent(found -> draft.shown("blockMeans", found.numbers()));
            if (drifts(pairs)) {
                draft.stamp("DRIFT");
            }
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

    private static @org.jspecify.annotations.Nullable Estimate byBlocks(PairedSeries pairs) {
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
