package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Moments;

/** The mean candidate-minus-baseline difference of time-aligned pairs, for metrics that may be zero. */
final class DifferenceInference {
    private DifferenceInference() {}

    static Inference of(PairedSeries pairs, MemoryGate gate) {
        double[] differences = pairs.differences();
        double difference = Moments.mean(differences);
        if (Exactness.exact(Moments.centred(differences), difference)) {
            return Inference.known(Rule.EXACT, Estimate.Known.exactly(difference));
        }
        double unit = Moments.unit(pairs.baseline(), pairs.candidate());
        return ofBlocks(unit == 1 ? pairs : pairs.over(unit), unit, gate);
    }

    /** In units in which squares do not leave the range of a double. */
    private static Inference ofBlocks(PairedSeries pairs, double unit, MemoryGate gate) {
        double[] differences = pairs.differences();
        double difference = Moments.mean(differences);
        return Blocks.of(Moments.centred(differences), pairs.segment(), difference)
                .map(blocks -> blocks.times(unit))
                .map(blocks -> Inference.ofBlocks(
                        Rule.ABSOLUTE,
                        blocks,
                        new Estimate.Linear(difference * unit, blocks.standardError(), blocks.degreesOfFreedom()),
                        gate))
                .orElseGet(() -> Inference.tooShort(Rule.ABSOLUTE));
    }
}
