package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The ratio of the first half of a run beside that of the second; it sees little of a slow drift. */
record HalfSplit(Estimate first, Estimate second) {
    private static final double TAIL = 0.025;
    private static final MemoryGate WAIVED = new MemoryGate(Duration.ZERO, Duration.ZERO);

    /** Empty for fewer than 48 pairs in a half, or where a half has no ratio. */
    static Optional<HalfSplit> of(PairedSeries pairs) {
        int half = pairs.size() / 2;
        if (half < Blocks.FEWEST_PAIRS) {
            return Optional.empty();
        }
        return estimate(pairs.slice(0, half))
                .flatMap(
                        first -> estimate(pairs.slice(half, pairs.size())).map(second -> new HalfSplit(first, second)));
    }

    private static Optional<Estimate> estimate(PairedSeries pairs) {
        return RatioInference.applies(pairs)
                ? Optional.ofNullable(RatioInference.of(pairs, WAIVED).estimate())
                : Optional.empty();
    }

    /** Whether the 95 % intervals of both halves are disjoint. */
    boolean drift() {
        return first.bounds(TAIL).disjoint(second.bounds(TAIL));
    }

    Map<String, Double> numbers() {
        Interval before = first.bounds(TAIL);
        Interval after = second.bounds(TAIL);
        return Map.of(
                "firstRatio", first.value(),
                "firstLower", before.lower(),
                "firstUpper", before.upper(),
                "secondRatio", second.value(),
                "secondLower", after.lower(),
                "secondUpper", after.upper());
    }
}
