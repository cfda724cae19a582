package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
    @Test
    void aGoalIsJudgedAtTheWorseEndOfTheSaving() {
        assertThat(Thresholds.goal(0.2, 0.7, 0.79)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.goal(0.2, 0.7, 0.81)).isEqualTo(MetricOutcome.INCONCLUSIVE);
        assertThat(Thresholds.goal(0.2, 0.81, 0.9)).isEqualTo(MetricOutcome.FAIL);
        assertThat(Thresholds.goal(0.2, Double.NaN, Double.NaN)).isEqualTo(MetricOutcome.INCONCLUSIVE);
    }

    @Test
    void aSavingOfExactlyWhatWasAskedIsEnough() {
        assertThat(Thresholds.goal(0.2, 0.8, 0.8)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.goal(0.7, 0.3, 0.3)).isEqualTo(MetricOutcome.PASS);
    }

    @Test
    void aGuardrailIsJudgedByItsOneSidedBounds() {
        assertThat(Thresholds.guardrail(1.1, 0.9, 1.09)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.guardrail(1.1, 0.9, 1.1)).isEqualTo(MetricOutcome.INCONCLUSIVE);
        assertThat(Thresholds.guardrail(1.1, 1.11, 1.2)).isEqualTo(MetricOutcome.FAIL);
        assertThat(Thresholds.guardrail(1.1, Double.NaN, Double.NaN)).isEqualTo(MetricOutcome.INCONCLUSIVE);
    }

    @Test
    void anExactValueOnTheLimitHolds() {
        assertThat(Thresholds.guardrail(0, 0, 0)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.guardrail(0, 1, 1)).isEqualTo(MetricOutcome.FAIL);
        assertThat(Thresholds.guardrail(1, 1, 1)).isEqualTo(MetricOutcome.PASS);
    }
}
