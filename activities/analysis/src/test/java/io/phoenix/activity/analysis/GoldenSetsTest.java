package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Welch;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The golden sets of the analysis contract, to all printed digits. */
class GoldenSetsTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofMinutes(1));

    @Test
    void theGeneratorStartsAsPublished() {
        double[] z = GoldenSeries.noise(1, 3);

        assertDigits(z[0], -1.32613745, 1e-8);
        assertDigits(z[1], 1.03870772, 1e-8);
        assertDigits(z[2], 2.25996231, 1e-8);
    }

    @Test
    void aCandidateAtSixtyPercentGivesG1() {
        Inference g1 = RatioInference.of(GoldenSeries.g1(), GATE);

        assertBlocks(g1, .003717264045631, .045848588718, 21.89574486957, 7.518309989403, .0001855662748964);
        assertEstimate(g1, .6000082206675, .5995756406262, .6004411128053);
        assertDigits(estimate(g1).pValue(1), 3.545147077282e-22, 1e-12);
        assertDigits(estimate(g1).pValue(.6), .9658185367897, 1e-12);
        assertThat(g1.rule()).isEqualTo(Rule.BLOCKS);
    }

    @Test
    void anUnchangedCandidateGivesG2() {
        Inference g2 = RatioInference.of(GoldenSeries.g2(), GATE);

        assertBlocks(g2, -.04194918130489, -.00552616230134, 24, 8, .0002226765389807);
        assertEstimate(g2, 1.000013323962, .9994999627555, 1.00052694884);
        assertDigits(estimate(g2).pValue(1), .953754076958, 1e-12);
    }

    @Test
    void aSmallTrueSavingGivesG6() {
        Inference g6 = RatioInference.of(GoldenSeries.g6(), GATE);

        assertBlocks(g6, -.2869792828702, -.2811850265623, 24, 8, .01480059753091);
        assertEstimate(g6, .9621339844079, .9286020094157, .9968768046658);
        assertDigits(estimate(g6).pValue(1), .03640780211198, 1e-12);
        assertDigits(estimate(g6).bounds(.05).lower(), .9350014832249, 1e-12);
        assertDigits(estimate(g6).bounds(.05).upper(), .9900538347381, 1e-12);
    }

    @Test
    void twoLevelsGiveTheWorkedSegments() {
        double[] baseline = new double[120];
        double[] candidate = new double[120];
        for (int t = 0; t < 120; t++) {
            baseline[t] = 1000;
            candidate[t] = t < 60 ? 400 : 380;
        }

        PairedSeries pairs = PairedSeries.of(baseline, candidate);
        Segments segments = Segments.of(pairs, pairs.ratioResiduals(.39, 1000)).orElseThrow();

        assertDigits(segments.effective(), 2, 1e-14);
        assertDigits(segments.standardError(), .01, 1e-12);
        assertDigits(segments.degreesOfFreedom(), 1, 1e-14);
        assertThat(RatioInference.of(pairs, GATE).obstacle())
                .isEqualTo(io.phoenix.domain.analysis.ReasonCode.FEW_LEVELS);
    }

    @Test
    void neweyWestBesideThemGivesThePublishedDigits() {
        Estimate.Linear g1 = NeweyWest.of(GoldenSeries.g1()).orElseThrow().estimate();
        Estimate.Linear g2 = NeweyWest.of(GoldenSeries.g2()).orElseThrow().estimate();
        Estimate.Linear g6 = NeweyWest.of(GoldenSeries.g6()).orElseThrow().estimate();

        assertDigits(g1.standardError(), .0001627426453424, 1e-12);
        assertDigits(g1.bounds(.025).lower(), .5996876275174, 1e-12);
        assertDigits(g1.bounds(.025).upper(), .6003288138176, 1e-12);
        assertDigits(g2.standardError(), .0002002146088209, 1e-12);
        assertDigits(g2.pValue(1), .9469968602216, 1e-12);
        assertDigits(g6.standardError(), .02901032892581, 1e-12);
        assertDigits(g6.pValue(1), .202852915079, 1e-11);
    }

    @Test
    void welchBesideThemSeesNothingInG2() {
        PairedSeries g2 = GoldenSeries.g2();

        assertDigits(Welch.of(g2.baseline(), g2.candidate()).pValue(), .99828, 1e-5);
    }

    private static void assertBlocks(Inference inference, double r1, double rc, double kEff, double df, double se) {
        Blocks blocks = Objects.requireNonNull(inference.blocks());
        assertDigits(blocks.lag1(), r1, 1e-10);
        assertDigits(blocks.correlation(), rc, 1e-11);
        assertDigits(blocks.effective(), kEff, 1e-12);
        assertDigits(blocks.degreesOfFreedom(), df, 1e-12);
        assertDigits(blocks.standardError(), se, 1e-12);
    }

    private static void assertEstimate(Inference inference, double ratio, double lower, double upper) {
        assertDigits(estimate(inference).value(), ratio, 1e-12);
        assertDigits(estimate(inference).interval(.95).lower(), lower, 1e-12);
        assertDigits(estimate(inference).interval(.95).upper(), upper, 1e-12);
    }

    private static Estimate estimate(Inference inference) {
        return Objects.requireNonNull(inference.estimate());
    }

    private static void assertDigits(double actual, double printed, double relative) {
        assertThat(actual).isEqualTo(printed, within(Math.abs(printed) * relative));
    }
}
