package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The asymptotic confidence sequence of Waudby-Smith et al. 2021 over block means, its formula in NumPy. */
class AnyTimeTest {
    @Test
    void theWholeOfG1() {
        assertInterval(anyTime(240, 240), 24, 0.6000082206674711, 0.59944585499444, 0.6005711139196781);
    }

    @Test
    void fifteenBlocksOfTenPairsAreEnoughAndFourteenAreNot() {
        assertInterval(anyTime(150, 240), 15, 0.5998809041624366, 0.5992144365806001, 0.6005481130131921);
        assertThat(AnyTime.of(GoldenSeries.g1().slice(0, 149), 240, 0.05)).isEmpty();
    }

    @Test
    void fortyEightPairsAreEnoughAndFortySevenAreNot() {
        assertInterval(anyTime(48, 48), 24, 0.5996523255507918, 0.5982783229416816, 0.6010294836865149);
        assertThat(AnyTime.of(GoldenSeries.g1().slice(0, 47), 47, 0.05)).isEmpty();
    }

    @Test
    void aRatioOfZeroHasNone() {
        double[] baseline = GoldenSeries.base();

        assertThat(AnyTime.of(PairedSeries.of(baseline, new double[240]), 240, 0.05))
                .isEmpty();
    }

    private static AnyTime anyTime(int pairs, int planned) {
        return AnyTime.of(GoldenSeries.g1().slice(0, pairs), planned, 0.05).orElseThrow();
    }

    private static void assertInterval(AnyTime found, int blocks, double ratio, double lower, double upper) {
        assertThat(found.blocks()).isEqualTo(blocks);
        assertThat(found.ratio()).isEqualTo(ratio, within(1e-12));
        assertThat(found.lower()).isEqualTo(lower, within(1e-12));
        assertThat(found.upper()).isEqualTo(upper, within(1e-12));
    }
}
