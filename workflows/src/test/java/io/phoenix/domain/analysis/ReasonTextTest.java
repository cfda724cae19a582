package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers beside a reason, as people read them. */
class ReasonTextTest {
    private static final Criteria CRITERIA = new Criteria(
            0.95,
            List.of(new Goal("active_series", 0.2), new Goal("active_series", 0.3), new Goal("bytes_per_second", 0.5)),
            List.of(new Guardrail("collector_cpu", 0.1, null), new Guardrail("staleness_seconds", null, 1.5)),
            List.of(),
            1,
            null);
    private static final Criteria MEMORY = CRITERIA.withGuardrails(List.of(
            new Guardrail("collector_memory", 0.5, null), new Guardrail("collector_memory", null, null, 200.0)));

    @Test
    void aGoalShowsItsSavingAndTheMostThatWasAsked() {
        assertThat(message(AMetric.goal()))
                .isEqualTo("The saving is at least what was asked, at the worse end of its interval. active_series:"
                        + " saving 60.0 % (59.6 % to 60.4 %), asked: 30.0 %; 60 steps, coverage 100.0 %");
    }

    @Test
    void whatEveryStepDecidesSpeaksOfNoInterval() {
        assertThat(message(AMetric.goal().rule("FAR_FROM_THRESHOLD")))
                .isEqualTo(
                        "The saving was more than what was asked at every step, by at least twice the whole range of the"
                                + " ratio, so it needs no interval. active_series: saving 60.0 % (59.6 % to 60.4 %), asked: 30.0 %;"
                                + " 60 steps, coverage 100.0 %");
        assertThat(message(AMetric.guardrail()
                        .rule("FAR_FROM_THRESHOLD")
                        .says(MetricOutcome.INCONCLUSIVE, ReasonCode.BEFORE_LAST_LOOK)))
                .startsWith(ReasonCode.BEFORE_LAST_LOOK.sentence());
    }

    @Test
    void aGoalThatNoCriterionNamesAsksForNothing() {
        assertThat(message(AMetric.of("series_churn", "goal"))).contains("asked: 0.0 %");
    }

    @Test
    void aSavingWithoutAnIntervalIsShownAlone() {
        assertThat(message(AMetric.goal().interval(null, 1.01))).contains(": saving 60.0 %, asked");
        assertThat(message(AMetric.goal().interval(0.99, null))).contains(": saving 60.0 %, asked");
        assertThat(message(AMetric.goal().ratio(null))).contains(": baseline 1,000, candidate 0, asked");
    }

    @Test
    void aGuardrailShowsItsChangeAndItsBounds() {
        assertThat(message(AMetric.guardrail().ratio(1.05)))
                .endsWith("collector_cpu: change +5.0 % (one-sided bounds +4.0 % and +6.1 %), limit: +10.0 %; 60 steps,"
                        + " coverage 100.0 %");
        assertThat(message(AMetric.guardrail().ratio(1.05).interval(null, 1.01)))
                .contains("change +5.0 %, limit: +10.0 %");
        assertThat(message(AMetric.guardrail().ratio(1.05).interval(0.99, null)))
                .contains("change +5.0 %, limit: +10.0 %");
    }

    @Test
    void aGuardrailWithoutARatioShowsItsLevels() {
        assertThat(message(AMetric.guardrail().ratio(null))).endsWith("collector_cpu: baseline 1,000, candidate 0");
        assertThat(message(AMetric.of("staleness_seconds", "guardrail")))
                .endsWith("staleness_seconds: baseline 1,000, candidate 400, limit: 1.500");
        assertThat(message(AMetric.of("refused_points", "guardrail").baselineMean(null)))
                .endsWith("refused_points: baseline unknown, candidate 400");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "1234, '1,234'",
        "999.4, 999.4",
        "1000.4, '1,000'",
        "-1000.6, '-1,001'",
        "-0.0123456, -0.01235",
    })
    void numbersKeepFourDigitsOrNoFraction(double value, String text) {
        assertThat(message(AMetric.of("critical_processes", "hard").baselineMean(value)))
                .startsWith(ReasonCode.GOAL_MET.sentence() + " critical_processes: baseline " + text);
    }

    @Test
    void twoMinutesAndMoreAreToldInMinutes() {
        assertThat(message(AMetric.goal().needs(119.9))).endsWith("; needs about 120 more seconds");
        assertThat(message(AMetric.goal().needs(120))).endsWith("; needs about 2 more minutes");
        assertThat(message(AMetric.goal().needs(121))).endsWith("; needs about 3 more minutes");
    }

    @Test
    void oneOfSeveralLooksIsToldWithTheRiskThatItTook() {
        Map<String, Double> open = Map.of("number", 1.0, "of", 3.0, "level", 0.00305);
        Map<String, Double> closed = Map.of("number", 2.0, "of", 3.0, "level", 0.0);

        assertThat(message(AMetric.goal().shown(Map.of("look", open)))).endsWith("; look 1 of 3 at level 0.00305");
        assertThat(message(AMetric.goal().shown(Map.of("look", closed)))).endsWith("; look 2 of 3");
        assertThat(message(AMetric.goal().shown(Map.of("look", Map.of("number", 2.0, "of", 3.0)))))
                .endsWith("; look 2 of 3");
    }

    @Test
    void aLookIsNotToldByHalf() {
        assertThat(message(AMetric.goal().shown(Map.of("look", Map.of("number", 1.0)))))
                .doesNotContain("look");
        assertThat(message(AMetric.goal().shown(Map.of("look", Map.of("of", 3.0)))))
                .doesNotContain("look");
    }

    @Test
    void theChanceIsToldWhereItEndsTheRun() {
        Map<String, Double> look = Map.of("number", 1.0, "of", 2.0, "level", 0.003);
        Map<String, Map<String, Double>> shown = Map.of("look", look, "futility", Map.of("chance", 0.034));

        assertThat(message(AMetric.goal()
                        .says(MetricOutcome.INCONCLUSIVE, ReasonCode.UNPROMISING)
                        .shown(shown)))
                .endsWith("; look 1 of 2 at level 0.00300, chance 3.4 %");
        assertThat(message(AMetric.goal()
                        .says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED)
                        .shown(shown)))
                .endsWith("; look 1 of 2 at level 0.00300");
    }

    @Test
    void aLimitOfSingleSamplesShowsTheLargestOfBoth() {
        AMetric seen = memory().shown(Map.of("maximum", Map.of("baseline", 150.0, "candidate", 200.5)));

        assertThat(message(seen, MEMORY))
                .endsWith("collector_memory: largest value of the baseline 150, of the candidate 200.5, limit: 200");
        assertThat(message(memory(), MEMORY))
                .endsWith("largest value of the baseline unknown, of the candidate unknown, limit: 200");
    }

    @Test
    void twoLimitsOfOneMetricAreToldEachByItsOwn() {
        assertThat(message(AMetric.of("collector_memory", "guardrail").ratio(1.05), MEMORY))
                .contains("collector_memory: change +5.0 %")
                .contains("limit: +50.0 %")
                .doesNotContain("largest");
    }

    @Test
    void parityShowsItsRatioWithOrWithoutAnInterval() {
        assertThat(parity(0.9, 0.89, 0.91))
                .endsWith("Accepted points, candidate to baseline: 0.9000, interval 0.8900 to 0.9100 (90 %).");
        assertThat(parity(0.9, null, 0.91)).endsWith("candidate to baseline: 0.9000 (90 %).");
        assertThat(parity(0.9, 0.89, null)).endsWith("candidate to baseline: 0.9000 (90 %).");
        assertThat(parity(null, null, null)).isEqualTo(ReasonCode.INPUT_DIFFERS.sentence());
    }

    @Test
    void everyReasonOfAMetricIsTold() {
        Reason suspicious = ReasonText.suspicious(AMetric.goal().ratio(0.004).build());
        Reason unknown =
                ReasonText.memoryUnknown(AMetric.goal().memoryUnknown(2.5).build());

        assertThat(suspicious)
                .isEqualTo(ReasonCode.SUSPICIOUS.because(
                        "active_series", "active_series: saving 99.6 % (99.6 % to 99.6 %)."));
        assertThat(unknown)
                .isEqualTo(ReasonCode.MEMORY_UNKNOWN.because(null, "This run supports a memory of at most 2.50 s."));
    }

    @Test
    void aTargetThatWasSeldomUpSpeaksOfNoPoints() {
        ParityResult down = new ParityResult("invalid", List.of("UP_TOO_LOW"), 0.9, 0.89, 0.91);

        assertThat(ReasonText.ofParity(down)).containsExactly(ReasonCode.UP_TOO_LOW.because("up", ""));
    }

    private static AMetric memory() {
        return AMetric.of("collector_memory", "guardrail").rule("MAXIMUM");
    }

    private static String message(AMetric metric) {
        return message(metric, CRITERIA);
    }

    private static String message(AMetric metric, Criteria criteria) {
        return ReasonText.ofMetric(metric.build(), criteria).getFirst().message();
    }

    private static String parity(@Nullable Double ratio, @Nullable Double lower, @Nullable Double upper) {
        return ReasonText.ofParity(new ParityResult("fail", List.of("INPUT_DIFFERS"), ratio, lower, upper))
                .getFirst()
                .message();
    }
}
