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

    /** The definition in numpy: means of 8 blocks, SE = sd / sqrt(8), quantiles of t with 7 degrees of freedom by SciPy. */
    @Test
    void eightBlocksBesideThemAgreeWithNumPy() {
        Estimate.Linear g1 = EightBlocks.of(GoldenSeries.g1()).orElseThrow().estimate();
        Estimate.Linear g2 = EightBlocks.of(GoldenSeries.g2()).orElseThrow().estimate();
        Estimate.Linear g6 = EightBlocks.of(GoldenSeries.g6()).orElseThrow().estimate();

        assertDigits(g1.standardError(), .00019269656747170343, 1e-10);
        assertDigits(g1.pValue(1), 1.5904989840560807e-21, 1e-9);
        assertDigits(g2.standardError(), .00025367401419601596, 1e-10);
        assertDigits(g2.pValue(1), .9595786936168633, 1e-9);
        assertDigits(g6.standardError(), .022906980201456876, 1e-12);
        assertDigits(g6.bounds(.025).lower(), .9079675834927639, 1e-12);
        assertDigits(g6.bounds(.025).upper(), 1.0163003853230053, 1e-12);
        assertDigits(g6.pValue(1), .14230271484581333, 1e-11);
    }

    /** The definition of the absolute form in numpy: e = d - mean(d), the interval linear in d. */
    @Test
    void theDifferenceOfG6AgreesWithNumPy() {
        Inference difference = DifferenceInference.of(GoldenSeries.g6(), GATE);

        assertBlocks(difference, -.291815281226297, -.28662552471291747, 24, 8, 1.5243859470857815);
        assertThat(difference.rule()).isEqualTo(Rule.ABSOLUTE);
        assertDigits(estimate(difference).value(), -3.8380358098070095, 1e-12);
        assertDigits(estimate(difference).interval(.95).lower(), -7.35327610743394, 1e-12);
        assertDigits(estimate(difference).interval(.95).upper(), -.32279551218007896, 1e-11);
        assertDigits(estimate(difference).pValue(0), .03593400815162416, 1e-11);
    }

    /** The definition in numpy, 15 blocks before and 9 after a pause, or none of a stretch under half a block. */
    @Test
    void blocksOfAPausedRunAgreeWithNumPy() {
        Inference once = RatioInference.of(pausedAt(300), GATE);
        Inference twice = RatioInference.of(pausedAt(8, 200), GATE);

        assertBlocks(once, -.30368627777307117, -.29998039582803837, 24, 8, .014739694814877207);
        assertBlocks(twice, -.23553228238568355, -.2233071510172273, 24, 8, .01603305123602509);
    }

    /** The primary estimator in numpy on either half of G6. */
    @Test
    void theHalvesOfG6AgreeWithNumPy() {
        HalfSplit halves = HalfSplit.of(GoldenSeries.g6()).orElseThrow();

        assertThat(halves.drift()).isFalse();
        assertDigits(halves.first().value(), .9612161995669608, 1e-12);
        assertDigits(halves.first().bounds(.025).lower(), .8155516534850884, 1e-12);
        assertDigits(halves.first().bounds(.025).upper(), 1.132897687548916, 1e-12);
        assertDigits(halves.second().value(), .963061444721639, 1e-12);
        assertDigits(halves.second().bounds(.025).lower(), .9083805596064048, 1e-12);
        assertDigits(halves.second().bounds(.025).upper(), 1.021033900935974, 1e-12);
    }

    private static PairedSeries pausedAt(int... starts) {
        PairedSeries g6 = GoldenSeries.g6();
        int[] segment = new int[g6.size()];
        for (int start : starts) {
            for (int t = start; t < segment.length; t++) {
                segment[t]++;
            }
        }
        return new PairedSeries(g6.baseline(), g6.candidate(), segment);
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
