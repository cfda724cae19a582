package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.domain.analysis.ReasonCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where the rules of the primary estimator begin and end. */
class RatioInferenceTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofMinutes(1));

    @Test
    void fortyEightPairsHaveAnErrorBarAndFortySevenNone() {
        Inference enough = RatioInference.of(GoldenSeries.g6().slice(0, 48), GATE);
        Inference tooFew = RatioInference.of(GoldenSeries.g6().slice(0, 47), GATE);

        assertThat(enough.rule()).isEqualTo(Rule.BLOCKS);
        assertThat(enough.obstacle()).isNull();
        assertThat(enough.blocks().count()).isEqualTo(24);
        assertThat(tooFew.obstacle()).isEqualTo(ReasonCode.TOO_SHORT);
        assertThat(tooFew.estimate()).isNull();
    }

    @Test
    void pausesThatLeaveTooFewNeighboursMakeTheRunTooShort() {
        int[] segment = new int[480];
        for (int t = 0; t < segment.length; t++) {
            segment[t] = t / 20;
        }
        PairedSeries g6 = GoldenSeries.g6();

        Inference inference = RatioInference.of(new PairedSeries(g6.baseline(), g6.candidate(), segment), GATE);

        assertThat(inference.obstacle()).isEqualTo(ReasonCode.TOO_SHORT);
        assertThat(inference.estimate()).isNull();
    }

    @Test
    void aRatioNeedsABaselineAndMayBeZero() {
        double[] zero = new double[3];
        double[] some = {1, 2, 3};
        double[] negative = {-1, -2, -3};

        assertThat(RatioInference.applies(PairedSeries.of(some, zero))).isTrue();
        assertThat(RatioInference.applies(PairedSeries.of(zero, some))).isFalse();
        assertThat(RatioInference.applies(PairedSeries.of(zero, zero))).isFalse();
        assertThat(RatioInference.applies(PairedSeries.of(some, negative))).isFalse();
    }

    /** Differences of G6 in NumPy, in a unit in which their squares leave the range of a double. */
    @Test
    void aHugeUnitScalesTheDifferenceAndItsErrorBar() {
        double unit = 0x1p980;
        PairedSeries g6 = GoldenSeries.g6();
        PairedSeries scaled =
                PairedSeries.of(GoldenSeries.line(0, unit, g6.baseline()), GoldenSeries.line(0, unit, g6.candidate()));

        Inference difference = DifferenceInference.of(scaled, GATE);

        assertThat(difference.estimate().value() / unit).isEqualTo(-3.8380358098070095, within(1e-11));
        assertThat(difference.blocks().standardError() / unit).isEqualTo(1.5243859470857815, within(1e-11));
        assertThat(difference.estimate().interval(.95).upper() / unit).isEqualTo(-.32279551218007896, within(1e-10));
    }

    @Test
    void ninetySixPairsHaveTwoHalves() {
        assertThat(HalfSplit.of(GoldenSeries.g6().slice(0, 96))).isPresent();
        assertThat(HalfSplit.of(GoldenSeries.g6().slice(0, 95))).isEmpty();
    }

    @Test
    void eightBlocksNeedEightPairsThatDoNotCancel() {
        double[] cancelling = new double[16];
        for (int t = 0; t < cancelling.length; t++) {
            cancelling[t] = t % 2 == 0 ? 48 : 16;
        }
        double[] constant = GoldenSeries.line(64, 0, cancelling);

        assertThat(EightBlocks.of(GoldenSeries.g6().slice(0, 8))).isPresent();
        assertThat(EightBlocks.of(GoldenSeries.g6().slice(0, 7))).isEmpty();
        assertThat(EightBlocks.of(PairedSeries.of(constant, cancelling))).isEmpty();
    }
}
