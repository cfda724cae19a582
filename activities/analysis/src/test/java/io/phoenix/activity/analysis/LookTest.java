package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.sequential.GroupSequential;
import org.junit.jupiter.api.Test;

/** Half of the information is there; the last bound is gsDesign's 1.968596. */
class LookTest {
    private static final GroupSequential.Look END = new GroupSequential.Look(1, 0.05, 1.968596, 0.049);

    /** Conditional power after Lan and Wittes 1988 in SciPy: Phi((z sqrt t + drift (1 - t) - bound) / sqrt(1 - t)). */
    @Test
    void theChanceIsTheConditionalPowerUnderTheTrendOrThePlan() {
        Look.Chances modest = look(0.003).chances(0.15865525393145707);
        Look.Chances strong = look(0.003).chances(0.006209665325776132);

        assertThat(modest.underTrend()).isEqualTo(0.2165156068533321, within(1e-9));
        assertThat(modest.underPlan()).isEqualTo(0.5804748860886026, within(1e-9));
        assertThat(modest.larger()).isEqualTo(modest.underPlan());
        assertThat(modest.numbers()).containsEntry("chance", modest.underPlan());
        assertThat(strong.underTrend()).isEqualTo(0.986653729722643, within(1e-9));
        assertThat(strong.larger()).isEqualTo(strong.underTrend());
    }

    @Test
    void aRiskOfLessThanOneInTenBillionOnASideIsNone() {
        assertThat(look(1.5e-10).level()).isZero();
        assertThat(look(2e-10).level()).isEqualTo(2e-10);
        assertThat(look(0.003).level()).isEqualTo(0.003);
    }

    private static Look look(double level) {
        return new Look(1, 2, new GroupSequential.Look(0.5, level, 2.96, level), END, 0);
    }
}
