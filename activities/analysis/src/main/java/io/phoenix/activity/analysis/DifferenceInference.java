package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Moments;

/** The mean candidate-minus-baseline difference of time-aligned pairs, for metrics that may be zero. */
final class DifferenceInference {
    private DifferenceInference() {}

    static Inference of(PairedSeries pairs, MemoryGate gate) {
        double[] differences = pairs.differences();
        double difference = Moments.mean(differences);
        double[] residuals = Moments.centred(differences);
        if (Exactness.exact(residuals, difference)) {
            return Inference.known(Rule.EXACT, Estimate.Known.exactly(difference));
        }
        return Blocks.of(residuals, pairs.segment(), difference)
                .map(blocks -> Inference.ofBlocks(
                        Rule.ABSOLUTE,
                        blocks,
                        new Estimate.Linear(difference, blocks.standardError(), blocks.degreesOfFreedom()),
                        gate))
                .orElseGet(() -> Inference.tooShort(Rule.ABSOLUTE));
    }
}
