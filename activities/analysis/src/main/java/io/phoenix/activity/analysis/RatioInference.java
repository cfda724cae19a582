package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.ReasonCode;
import java.util.Optional;

/**
 * The candidate-to-baseline ratio of means of time-aligned pairs. Needs a positive baseline mean and a candidate mean that
 * is not negative.
 *
 * <p>The rules in order: EXACT, EXACT_TO_ROUNDING, SEGMENTS, BLOCKS; the last two need 48 pairs, since any dozen values
 * look like a dozen levels. Delta-method ratio: Deng, Knoblich, Lu 2018.
 */
final class RatioInference {
    private RatioInference() {}

    static boolean applies(PairedSeries pairs) {
        return pairs.baselineMean() > 0 && pairs.candidateMean() >= 0;
    }

    static Inference of(PairedSeries pairs, MemoryGate gate) {
        double baselineMean = pairs.baselineMean();
        double ratio = pairs.candidateMean() / baselineMean;
        double[] residuals = pairs.ratioResiduals(ratio, baselineMean);
        if (ratio == 0 || Exactness.exact(residuals, ratio)) {
            return Inference.known(Rule.EXACT, Estimate.Known.exactly(ratio));
        }
        Optional<Interval> rounding = Exactness.toRounding(pairs, baselineMean);
        if (rounding.isPresent()) {
            return Inference.known(Rule.EXACT_TO_ROUNDING, new Estimate.Known(ratio, around(ratio, rounding.get())));
        }
        if (pairs.size() < Blocks.FEWEST_PAIRS) {
            return Inference.tooShort(Rule.BLOCKS);
        }
        return Segments.of(pairs, residuals)
                .map(segments -> ofSegments(ratio, segments))
                .orElseGet(() -> ofBlocks(ratio, residuals, pairs.segment(), gate));
    }

    private static Interval around(double ratio, Interval rounding) {
        return new Interval(Math.min(rounding.lower(), ratio), Math.max(rounding.upper(), ratio));
    }

    private static Inference ofSegments(double ratio, Segments segments) {
        Estimate estimate = new Estimate.LogScale(ratio, segments.standardError(), segments.degreesOfFreedom());
        ReasonCode obstacle = segments.levels() < Segments.FEWEST_LEVELS ? ReasonCode.FEW_LEVELS : null;
        return new Inference(estimate, Rule.SEGMENTS, obstacle, null, segments);
    }

    private static Inference ofBlocks(double ratio, double[] residuals, int[] segment, MemoryGate gate) {
        return Blocks.of(residuals, segment, ratio)
                .map(blocks -> Inference.ofBlocks(
                        Rule.BLOCKS,
                        blocks,
                        new Estimate.LogScale(ratio, blocks.standardError(), blocks.degreesOfFreedom()),
                        gate))
                .orElseGet(() -> Inference.tooShort(Rule.BLOCKS));
    }
}
