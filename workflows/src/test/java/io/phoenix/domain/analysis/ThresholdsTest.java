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

    /** 1 - 0.9 is 0.09999999999999998 in binary; a ratio of 0.1 saves 0.9 all the same. */
    @Test
    void aBoundWithinRoundingOfTheLimitIsOnIt() {
        assertThat(Thresholds.goal(0.9, 0.05, 0.1)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.goal(0.9, 0.1, 0.2)).isEqualTo(MetricOutcome.INCONCLUSIVE);
        assertThat(Thresholds.goal(0.9, 0.1 + 1e-11, 0.2)).isEqualTo(MetricOutcome.FAIL);
        assertThat(Thresholds.goal(0.9, 0.05, 0.1 + 1e-11)).isEqualTo(MetricOutcome.INCONCLUSIVE);
    }

    @Test
    void theRoundingItselfStillCountsAsTheLimit() {
        assertThat(Thresholds.guardrail(0, 1e-12, 1e-12)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.guardrail(0, 1e-12, 5)).isEqualTo(MetricOutcome.INCONCLUSIVE);
        assertThat(Thresholds.guardrail(0, 1.1e-12, 1.1e-12)).isEqualTo(MetricOutcome.FAIL);
    }

    @Test
    void theRoundingOfALargeLimitIsRelative() {
        assertThat(Thresholds.guardrail(1e9, 1e9 + 1e-4, 1e9 + 1e-4)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.guardrail(1e9, 1e9 + 1e-2, 1e9 + 1e-2)).isEqualTo(MetricOutcome.FAIL);
        assertThat(Thresholds.guardrail(-1e9, -1e9 + 1e-4, -1e9 + 1e-4)).isEqualTo(MetricOutcome.PASS);
    }

    @Test
    void aGuardrailOnTheLimitIsNotHeldUnlessItIsKnownExactly() {
        assertThat(Thresholds.guardrail(1.1, 1.1, 1.2)).isEqualTo(MetricOutcome.INCONCLUSIVE);
        assertThat(Thresholds.guardrail(1.1, 1.1, 1.1)).isEqualTo(MetricOutcome.PASS);
        assertThat(Thresholds.goal(0.2, Double.NaN, 0.7)).isEqualTo(MetricOutcome.PASS);
    }

    @Test
    void limitsFollowFromWhatIsAsked() {
        assertThat(Thresholds.goalRatio(0.25)).isEqualTo(0.75);
        assertThat(Thresholds.guardrailRatio(0.25)).isEqualTo(1.25);
    }
}
