package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EffectSizeTest {
    private static final double[] SLEEP_1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};
    private static final double[] SLEEP_2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** R data set sleep; J(18) = 0.957646427023716 exactly, 0.9577 by the approximation. */
    @Test
    void sleepHasItsPublishedEffect() {
        EffectSize effect = EffectSize.of(SLEEP_1, SLEEP_2);

        assertThat(effect.cohenD()).isEqualTo(0.83218108134954, within(1e-14));
        assertThat(EffectSize.correction(18)).isEqualTo(0.957646427023716, within(1e-14));
        assertThat(effect.hedgesG()).isEqualTo(0.796935239191119, within(1e-14));
    }

    /** Kayenta's fixture. */
    @Test
    void twoSmallGroupsAgreeWithKayenta() {
        EffectSize effect = EffectSize.of(new double[] {1, 1, 1, 2, 2, 2}, new double[] {5, 5, 5, 10, 10, 10});

        assertThat(effect.cohenD()).isEqualTo(3.038218101251, within(1e-12));
    }

    @Test
    void theUnitDoesNotMatterEvenAtTheEndOfTheRange() {
        EffectSize plain = EffectSize.of(SLEEP_1, SLEEP_2);
        for (double unit : new double[] {0x1p990, 0x1p-990}) {
            EffectSize scaled = EffectSize.of(times(unit, SLEEP_1), times(unit, SLEEP_2));
            Welch welch = Welch.of(times(unit, SLEEP_1), times(unit, SLEEP_2));
            PairedT paired = PairedT.of(times(unit, SLEEP_1), times(unit, SLEEP_2));

            assertThat(scaled).isEqualTo(plain);
            assertThat(welch.pValue()).isEqualTo(Welch.of(SLEEP_1, SLEEP_2).pValue());
            assertThat(welch.difference().upper())
                    .isEqualTo(unit * Welch.of(SLEEP_1, SLEEP_2).difference().upper());
            assertThat(paired.pValue()).isEqualTo(PairedT.of(SLEEP_1, SLEEP_2).pValue());
        }
    }

    @Test
    void withoutVariationThereIsNoEffectSize() {
        assertThat(EffectSize.of(new double[] {1, 1, 1}, new double[] {2, 2, 2}).cohenD())
                .isNaN();
        assertThat(EffectSize.of(new double[] {1}, new double[] {2, 3}).hedgesG())
                .isNaN();
        assertThat(EffectSize.of(new double[] {1, Double.POSITIVE_INFINITY}, new double[] {2, 3})
                        .cohenD())
                .isNaN();
    }

    /** R data set sleep, t.test(g1, g2, paired = TRUE). */
    @Test
    void thePairedTestAgreesWithR() {
        PairedT test = PairedT.of(SLEEP_2, SLEEP_1);

        assertThat(test.t()).isEqualTo(-4.06212768338204, within(1e-13));
        assertThat(test.degreesOfFreedom()).isEqualTo(9);
        assertThat(test.pValue()).isEqualTo(0.00283289019738427, within(1e-15));
        assertThat(test.difference().lower()).isEqualTo(-2.45988576327698, within(1e-13));
        assertThat(test.difference().upper()).isEqualTo(-0.700114236723018, within(1e-13));
        assertThat(-test.standardizedMean()).isEqualTo(1.28455756259105, within(1e-13));
    }

    @Test
    void onePairOrConstantDifferencesHaveNoTest() {
        assertThat(PairedT.of(new double[] {1}, new double[] {2}).pValue()).isNaN();
        assertThat(PairedT.of(new double[] {1, 2}, new double[] {2, 3}).pValue())
                .isNaN();
        assertThat(PairedT.of(new double[0]).pValue()).isNaN();
    }

    private static double[] times(double unit, double[] values) {
        return java.util.Arrays.stream(values).map(v -> unit * v).toArray();
    }
}
