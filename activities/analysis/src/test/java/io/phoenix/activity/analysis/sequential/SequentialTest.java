package io.phoenix.activity.analysis.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.GoldenSeries;
import io.phoenix.activity.analysis.sequential.GroupSequential.Look;
import io.phoenix.activity.analysis.statistics.PairedT;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequentialTest {
    private static final double[] FIVE = {0.2, 0.4, 0.6, 0.8, 1};

    /** Lan and DeMets 1983 as computed by gsDesign: five equal looks, two-sided 5 %. */
    @Test
    void obrienFlemingTypeBoundsAgreeWithGsDesign() {
        assertThat(bounds(Spending.OBRIEN_FLEMING, FIVE))
                .containsExactly(new double[] {4.8769, 3.3570, 2.6803, 2.2898, 2.0310}, within(6e-5));
    }

    @Test
    void pocockTypeBoundsAgreeWithGsDesign() {
        assertThat(bounds(Spending.POCOCK, FIVE))
                .containsExactly(new double[] {2.4380, 2.4268, 2.4102, 2.3966, 2.3860}, within(6e-5));
    }

    /** Boxes of SciPy's multivariate normal distribution. */
    @Test
    void unequalLooksAgreeWithTheMultivariateNormal() {
        assertThat(bounds(Spending.OBRIEN_FLEMING, .3, .7, 1))
                .containsExactly(
                        new double[] {3.928572551097682, 2.4387423743274876, 2.0000085740345557}, within(2e-6));
        assertThat(bounds(Spending.POCOCK, .25, .3, 1))
                .containsExactly(
                        new double[] {2.3683277183614675, 2.5773788019014128, 2.1290832889635127}, within(2e-6));
        assertThat(Spending.OBRIEN_FLEMING.spent(.05, .3)).isEqualTo(8.545157488957605e-05, within(1e-17));
        assertThat(Spending.POCOCK.spent(.05, .3)).isEqualTo(0.020786761092181433, within(1e-16));
    }

    @Test
    void aSingleLookIsTheFixedHorizon() {
        Look only = GroupSequential.looks(Spending.OBRIEN_FLEMING, 0.05, 1).getFirst();

        assertThat(only.z()).isEqualTo(1.9599639845400545, within(1e-12));
        assertThat(only.level()).isEqualTo(0.05, within(1e-12));
    }

    @Test
    void manyLooksSpendAllOfAlphaAndNoMore() {
        double[] twenty = new double[20];
        Arrays.setAll(twenty, i -> (i + 1) / 20.0);
        double[] z = bounds(Spending.OBRIEN_FLEMING, twenty);
        Random random = new Random(11);
        int runs = 40000;
        int crossed = 0;
        for (int run = 0; run < runs; run++) {
            double score = 0;
            boolean over = false;
            for (int k = 0; k < 20; k++) {
                score += random.nextGaussian() * Math.sqrt(0.05);
                over |= Math.abs(score) / Math.sqrt(twenty[k]) > z[k];
            }
            crossed += over ? 1 : 0;
        }

        assertThat((double) crossed / runs).isEqualTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void aSecondLookAtTheSameDataCanDecideNothing() {
        List<Look> looks = GroupSequential.looks(Spending.POCOCK, 0.05, 0.5, 0.5, 0.4, 1);

        assertThat(looks.get(1).z()).isInfinite();
        assertThat(looks.get(2).level()).isZero();
        assertThat(looks.get(3).spent()).isEqualTo(0.05);
        assertThat(looks.get(3).z())
                .isEqualTo(
                        GroupSequential.looks(Spending.POCOCK, 0.05, 0.5, 1)
                                .getLast()
                                .z(),
                        within(1e-12));
    }

    /** The closed form of Waudby-Smith et al. 2021, computed with numpy. */
    @Test
    void theAnyTimeWidthIsTheClosedForm() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 20);

        assertThat(sequence.width(15)).isEqualTo(0.7858284679204441, within(1e-15));
        assertThat(sequence.width(40)).isEqualTo(0.4840620508169426, within(1e-15));
    }

    /** Independent blocks; a t-test after each of them would find something in more than 15 % of the runs. */
    @Test
    void lookingAfterEveryBlockKeepsTheRisk() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 20);
        Random random = new Random(5);
        int runs = 4000;
        int excluded = 0;
        int byTTests = 0;
        for (int run = 0; run < runs; run++) {
            double[] blocks = random.doubles(40).map(u -> random.nextGaussian()).toArray();
            boolean out = false;
            boolean found = false;
            for (int m = 15; m <= 40; m++) {
                double[] soFar = Arrays.copyOf(blocks, m);
                out |= !sequence.of(soFar).orElseThrow().contains(0);
                found |= PairedT.of(soFar).pValue() < 0.05;
            }
            excluded += out ? 1 : 0;
            byTTests += found ? 1 : 0;
        }

        assertThat((double) excluded / runs).isBetween(0.005, 0.05);
        assertThat((double) byTTests / runs).isGreaterThan(0.15);
    }

    @Test
    void theSequenceStartsAtFifteenBlocksAndMovesWithTheMean() {
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 20);
        double[] blocks = GoldenSeries.noise(3, 24);

        assertThat(sequence.of(Arrays.copyOf(blocks, 14))).isEmpty();
        assertThat(sequence.of(GoldenSeries.line(100, 1, blocks)).orElseThrow().lower())
                .isEqualTo(100 + sequence.of(blocks).orElseThrow().lower(), within(1e-12));
        assertThat(sequence.of(new double[20]).orElseThrow().upper()).isZero();
        assertThat(sequence.of(GoldenSeries.line(Double.NaN, 1, blocks))).isEmpty();
    }

    /** The B-value formulas of Lan and Wittes 1988, with SciPy's normal distribution. */
    @Test
    void conditionalPowerAgreesWithTheBValue() {
        assertThat(new Futility(0, .5, 1.96).underTrend()).isEqualTo(0.002786862267586064, within(1e-15));
        assertThat(new Futility(1.2, .4, 2.0).underTrend()).isEqualTo(0.44729474579567763, within(1e-14));
        assertThat(new Futility(1.2, .4, 2.0).under(2.8)).isEqualTo(0.7145334038558064, within(1e-14));
        assertThat(new Futility(2.1, 1, 2.0).underTrend()).isEqualTo(1);
        assertThat(new Futility(1.9, 1, 2.0).underTrend()).isZero();
    }

    private static double[] bounds(Spending spending, double... information) {
        return GroupSequential.looks(spending, 0.05, information).stream()
                .mapToDouble(Look::z)
                .toArray();
    }
}
