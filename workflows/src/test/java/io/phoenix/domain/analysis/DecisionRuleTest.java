package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {
    private static final Criteria CRITERIA = new Criteria(
            0.95,
            List.of(new Goal("active_series", 0.2)),
            List.of(new Guardrail("collector_cpu", 0.1, null), new Guardrail("dropped_points", null, 0.0)),
            List.of("postgres"),
            1,
            null);
    private static final ParityResult EQUAL = new ParityResult("pass", List.of(), 1.0, 0.999, 1.001);

    @Test
    void promotesWhenEveryGoalIsMetAndEveryGuardrailHeld() {
        CandidateResult result = decide(List.of(), EQUAL, 0.9, AMetric.goal(), AMetric.guardrail());

        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(codes(result)).containsExactly("GOAL_MET", "GUARDRAIL_HELD");
        assertThat(result.reasons().getFirst().message())
                .contains("active_series: saving 60.0 % (59.6 % to 60.4 %), asked: 20.0 %; 60 steps, coverage 100.0 %");
    }

    @Test
    void anEarlyLookSettlesWhatWonOrLostOrIsNotWorthGoingOn() {
        CandidateResult won = decide(List.of(), EQUAL, 0.9, AMetric.goal(), AMetric.guardrail());
        CandidateResult lost =
                decide(List.of(), EQUAL, 0.9, AMetric.goal().says(MetricOutcome.FAIL, ReasonCode.FUTILE));
        CandidateResult open = decide(
                List.of(), EQUAL, 0.9, AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED));
        CandidateResult hopeless =
                decide(List.of(), EQUAL, 0.9, AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.UNPROMISING));
        CandidateResult untrusted =
                decide(List.of(), EQUAL, 0.9, AMetric.goal().says(MetricOutcome.INVALID, ReasonCode.LOW_COVERAGE));

        assertThat(DecisionRule.settled(found(won, lost, hopeless))).isTrue();
        assertThat(DecisionRule.settled(found(won, open))).isFalse();
        assertThat(DecisionRule.settled(found(lost, untrusted))).isFalse();
    }

    private static AnalysisResult found(CandidateResult... candidates) {
        return new AnalysisResult(
                        AnalysisResult.SCHEMA,
                        Verdict.INCONCLUSIVE,
                        List.of(),
                        "host",
                        List.of(candidates),
                        Map.of(),
                        Map.of(),
                        "")
                .withCandidates(List.of(candidates));
    }

    @Test
    void aDeterministicGuardrailComesBeforeEverything() {
        CandidateResult result = decide(
                List.of(finding(ReasonCode.BASELINE_DOWN), finding(ReasonCode.CANDIDATE_DOWN)),
                new ParityResult("fail", List.of("INPUT_DIFFERS"), null, null, null),
                null,
                AMetric.goal().says(MetricOutcome.INVALID, ReasonCode.GAP));

        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(codes(result)).containsExactly("CANDIDATE_DOWN");
    }

    @Test
    void everyDeterministicLossRejects() {
        assertThat(List.of(ReasonCode.CANDIDATE_DOWN, ReasonCode.CRITICAL_PROCESS_LOST, ReasonCode.CANDIDATE_EMPTY))
                .allSatisfy(code -> assertThat(decide(List.of(finding(code)), EQUAL, null, AMetric.goal())
                                .verdict())
                        .isEqualTo(Verdict.REJECT));
    }

    @Test
    void anythingUntrustedComesBeforeStatistics() {
        CandidateResult result = decide(
                List.of(finding(ReasonCode.INPUT_LOST)),
                new ParityResult("invalid", List.of("LOW_COVERAGE"), null, null, null),
                null,
                AMetric.goal().says(MetricOutcome.INVALID, ReasonCode.GAP),
                AMetric.guardrail().says(MetricOutcome.FAIL, ReasonCode.GUARDRAIL_BROKEN));

        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(codes(result)).containsExactly("INPUT_LOST", "LOW_COVERAGE", "GAP");
    }

    @Test
    void brokenParityIsInvalidWithItsNumbers() {
        ParityResult differs = new ParityResult("fail", List.of("INPUT_DIFFERS"), 0.9, 0.89, 0.91);
        ParityResult withoutInterval = new ParityResult("fail", List.of("INPUT_DIFFERS"), 0.9, null, null);

        assertThat(decide(List.of(), differs, null, AMetric.goal())
                        .reasons()
                        .getFirst()
                        .message())
                .contains("0.9000, interval 0.8900 to 0.9100 (90 %)");
        assertThat(decide(List.of(), withoutInterval, null, AMetric.goal()).verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void aFailureWithConfidenceComesBeforeDoubt() {
        CandidateResult guardrail = decide(
                List.of(),
                EQUAL,
                null,
                AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED),
                AMetric.guardrail().ratio(1.3).says(MetricOutcome.FAIL, ReasonCode.GUARDRAIL_BROKEN));
        CandidateResult futile =
                decide(List.of(), EQUAL, null, AMetric.goal().says(MetricOutcome.FAIL, ReasonCode.FUTILE));

        assertThat(guardrail.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(guardrail.reasons().getFirst().message())
                .contains("change +30.0 % (one-sided bounds +28.7 % and +31.3 %), limit: +10.0 %");
        assertThat(codes(futile)).containsExactly("FUTILE");
    }

    @Test
    void doubtNeverPromotes() {
        ParityResult tooShort = new ParityResult("inconclusive", List.of("TOO_SHORT"), null, null, null);
        CandidateResult byMetric = decide(
                List.of(),
                EQUAL,
                null,
                AMetric.goal(),
                AMetric.guardrail().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GUARDRAIL_UNDECIDED));

        assertThat(decide(List.of(), tooShort, null, AMetric.goal()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(byMetric.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void withoutAGoalThereIsNothingToWin() {
        Criteria none = new Criteria(0.95, List.of(), List.of(), List.of(), 1, null);

        CandidateResult result =
                DecisionRule.decide(new CandidateEvidence("candidate", none, List.of(), null, List.of(), null));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.has(ReasonCode.NO_GOAL)).isTrue();
    }

    @Test
    void metricsThatNoCriterionNamesDecideNothing() {
        MetricResult info = AMetric.of("samples_per_second", "info")
                .says(MetricOutcome.INVALID, ReasonCode.GAP)
                .build();
        MetricResult hard = AMetric.of("critical_processes", "hard")
                .says(MetricOutcome.INVALID, ReasonCode.NO_DATA)
                .build();

        assertThat(decide(List.of(), null, null, AMetric.goal(), info).verdict())
                .isEqualTo(Verdict.PROMOTE);
        assertThat(decide(List.of(), null, null, AMetric.goal(), hard).verdict())
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void aReductionTooGoodToBeTrueIsMarked() {
        assertThat(codes(decide(List.of(), EQUAL, null, AMetric.goal().ratio(0.005))))
                .contains("SUSPICIOUS");
        assertThat(codes(decide(List.of(), EQUAL, 0.994, AMetric.goal().ratio(0.005))))
                .contains("SUSPICIOUS");
        assertThat(codes(decide(List.of(), EQUAL, 0.996, AMetric.goal().ratio(0.005))))
                .doesNotContain("SUSPICIOUS");
        assertThat(codes(decide(List.of(), EQUAL, null, AMetric.goal().ratio(null))))
                .doesNotContain("SUSPICIOUS");
        assertThat(codes(decide(
                        List.of(),
                        EQUAL,
                        null,
                        AMetric.goal(),
                        AMetric.guardrail().ratio(0.005))))
                .doesNotContain("SUSPICIOUS");
    }

    @Test
    void anUndeclaredMemoryIsSaidOfTheVerdict() {
        CandidateResult known = decide(List.of(), EQUAL, null, AMetric.goal().memoryUnknown(5.0));
        CandidateResult without = decide(List.of(), EQUAL, null, AMetric.goal().memoryUnknown(null));

        assertThat(known.reasons().getLast().message()).endsWith("supports a memory of at most 5.00 s.");
        assertThat(without.has(ReasonCode.MEMORY_UNKNOWN)).isTrue();
    }

    @Test
    void onlyTooFewDataCanBeRepairedByTime() {
        assertThat(DecisionRule.extensible(run(AMetric.goal().says(MetricOutcome.INVALID, ReasonCode.LOW_COVERAGE))))
                .isTrue();
        assertThat(DecisionRule.extensible(run(AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.TOO_SHORT))))
                .isTrue();
        assertThat(DecisionRule.extensible(
                        run(AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED))))
                .isFalse();
        assertThat(DecisionRule.extensible(run(AMetric.goal()))).isFalse();
    }

    @Test
    void anUndeclaredMemoryDoesNotStandInTheWayOfAnExtension() {
        Reason memory = ReasonCode.MEMORY_UNKNOWN.because(null, "");
        Reason few = ReasonCode.TOO_SHORT.because(null, "");
        Reason other = ReasonCode.GAP.because(null, "");

        assertThat(DecisionRule.extensible(result(decided(Verdict.INCONCLUSIVE, few, memory))))
                .isTrue();
        assertThat(DecisionRule.extensible(result(decided(Verdict.INVALID, few, other))))
                .isFalse();
        assertThat(DecisionRule.extensible(result(decided(Verdict.PROMOTE, few))))
                .isFalse();
    }

    @Test
    void aReductionOfExactlyNinetyNinePercentIsBelieved() {
        assertThat(codes(decide(List.of(), EQUAL, null, AMetric.goal().ratio(1 - 0.99))))
                .doesNotContain("SUSPICIOUS");
        assertThat(codes(decide(List.of(), EQUAL, 0.5, AMetric.goal().ratio(0.0099))))
                .contains("SUSPICIOUS");
    }

    @Test
    void onlyMetricsThatTheCriteriaNameSpeakOfTheMemory() {
        MetricResult info =
                AMetric.of("series_churn", "info").memoryUnknown(5.0).build();

        assertThat(decide(List.of(), EQUAL, null, AMetric.goal(), info).has(ReasonCode.MEMORY_UNKNOWN))
                .isFalse();
    }

    @Test
    void theSameFindingTwiceIsOneReason() {
        CandidateResult result = decide(
                List.of(finding(ReasonCode.CANDIDATE_DOWN), finding(ReasonCode.CANDIDATE_DOWN)),
                null,
                null,
                AMetric.goal());

        assertThat(codes(result)).containsExactly("CANDIDATE_DOWN");
        assertThat(result.rank()).isEqualTo(1);
        assertThat(result.name()).isEqualTo("candidate");
        assertThat(result.metrics()).hasSize(1);
    }

    @Test
    void unequalInputIsToldBeforeTheMetrics() {
        CandidateResult result = decide(
                List.of(),
                new ParityResult("inconclusive", List.of("TOO_SHORT"), null, null, null),
                null,
                AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED));

        assertThat(codes(result)).containsExactly("TOO_SHORT", "GOAL_UNDECIDED");
    }

    private static CandidateResult decided(Verdict verdict, Reason... reasons) {
        return new CandidateResult("candidate", verdict, List.of(reasons), 1, List.of());
    }

    @Test
    void aResultWithoutReasonsIsNotExtended() {
        CandidateResult silent = new CandidateResult("candidate", Verdict.INVALID, List.of(), 1, List.of());

        assertThat(DecisionRule.extensible(result(silent))).isFalse();
    }

    @Test
    void absoluteLimitsAreToldInTheirUnit() {
        MetricResult dropped = AMetric.of("dropped_points", "guardrail")
                .ratio(null)
                .says(MetricOutcome.FAIL, ReasonCode.GUARDRAIL_BROKEN)
                .build();
        MetricResult unnamed = AMetric.of("refused_points", "guardrail")
                .ratio(null)
                .says(MetricOutcome.FAIL, ReasonCode.GUARDRAIL_BROKEN)
                .build();

        List<Reason> reasons =
                decide(List.of(), EQUAL, null, AMetric.goal(), dropped, unnamed).reasons();

        assertThat(reasons.getFirst().message()).endsWith("baseline 1,000, candidate 0, limit: 0");
        assertThat(reasons.getLast().message()).endsWith("baseline 1,000, candidate 0");
    }

    @Test
    void doubtSaysHowMuchMoreTimeItNeeds() {
        AMetric undecided = AMetric.goal().says(MetricOutcome.INCONCLUSIVE, ReasonCode.GOAL_UNDECIDED);

        assertThat(message(undecided.needs(1234))).endsWith("; needs about 21 more minutes");
        assertThat(message(undecided.needs(119.2))).endsWith("; needs about 120 more seconds");
    }

    @Test
    void moreCanBeShownBesideAMetricWithoutChangingIt() {
        MetricResult metric = AMetric.goal().needs(60).build();

        MetricResult more = metric.withShown("adjusted", Map.of("pValue", 0.02));

        assertThat(more.shown()).containsOnlyKeys("adjusted", "needed");
        assertThat(more).usingRecursiveComparison().ignoringFields("shown").isEqualTo(metric);
        assertThat(run(AMetric.goal())
                        .candidates()
                        .getFirst()
                        .withMetrics(List.of(more))
                        .metrics())
                .containsExactly(more);
    }

    private static String message(AMetric metric) {
        return decide(List.of(), EQUAL, null, metric).reasons().getFirst().message();
    }

    private static AnalysisResult run(AMetric metric) {
        return result(decide(List.of(), EQUAL, null, metric));
    }

    private static AnalysisResult result(CandidateResult candidate) {
        return new AnalysisResult(
                        AnalysisResult.SCHEMA,
                        candidate.verdict(),
                        candidate.reasons(),
                        "host",
                        List.of(candidate),
                        Map.of(),
                        Map.of(),
                        "sha256:0")
                .withCandidates(List.of(candidate));
    }

    private static CandidateResult decide(
            List<Finding> findings, @Nullable ParityResult parity, @Nullable Double declared, Object... metrics) {
        List<MetricResult> built = Arrays.stream(metrics)
                .map(metric -> metric instanceof AMetric draft ? draft.build() : (MetricResult) metric)
                .toList();
        return DecisionRule.decide(new CandidateEvidence("candidate", CRITERIA, findings, parity, built, declared));
    }

    private static Finding finding(ReasonCode code) {
        return new Finding(code, "candidate", "");
    }

    private static List<String> codes(CandidateResult result) {
        return result.reasons().stream().map(Reason::code).toList();
    }
}
