package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricOutcome;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is said of a metric in each of its parts: goal, guardrail, information. */
class MetricJudgeTest {
    @Test
    void whatHasNoDataHasNoErrorBar() {
        MetricResult series = ARun.metric(
                ARun.healthy().without(Metric.ACTIVE_SERIES, "baseline").analyze(), "active_series");

        assertThat(series.standardError()).isNull();
        assertThat(series.rule()).isNull();
        assertThat(series.ratioLower()).isNull();
        assertThat(series.exact()).isFalse();
    }

    @Test
    void aCountOfLossesIsNoGoalAndShowsWhatItRoseBy() {
        MetricResult refused = ARun.metric(
                ARun.healthy()
                        .both(Metric.REFUSED_POINTS, t -> 2 * t, t -> t)
                        .goals(new Goal("refused_points", 0.1))
                        .analyze(),
                "refused_points");

        assertThat(refused.outcome()).isEqualTo("inconclusive");
        assertThat(refused.reasons()).containsExactly("BASELINE_ZERO");
        assertThat(refused.role()).isEqualTo("goal");
        assertThat(refused.baselineMean()).isEqualTo(118);
        assertThat(refused.candidateMean()).isEqualTo(59);
    }

    @Test
    void aCountOfLossesWithoutSamplesIsInvalid() {
        AnalysisResult goal =
                ARun.healthy().goals(new Goal("refused_points", 0.1)).analyze();
        AnalysisResult guardrail =
                ARun.healthy().guardrail("refused_points", null, 0.0).analyze();

        assertThat(ARun.metric(goal, "refused_points").reasons()).containsExactly("NO_DATA");
        assertThat(ARun.metric(guardrail, "refused_points").reasons()).containsExactly("NO_DATA");
        assertThat(guardrail.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aLossIsJudgedEvenInStepsWithoutInput() {
        ARun run = ARun.healthy(120)
                .both(Metric.DROPPED_POINTS, t -> 0, t -> t < 13 ? 0 : 9)
                .guardrail("dropped_points", null, 0.0);
        for (String variant : List.of("source", "baseline", "candidate")) {
            run.steps(Metric.ACCEPTED_POINTS, variant, 12, 15, 0);
        }

        MetricResult dropped = ARun.metric(run.analyze(), "dropped_points");

        assertThat(dropped.n()).isEqualTo(120);
        assertThat(dropped.candidateMean()).isEqualTo(9);
        assertThat(dropped.reasons()).containsExactly("GUARDRAIL_BROKEN");
    }

    /** What was found broken stays so; what held is only believed with samples. */
    @Test
    void withoutSamplesADeterministicGuardrailMayBreakAndNotHold() {
        AnalysisInput input = ARun.ofPairs(GoldenSeries.g1()).input();
        SeriesTable table = SeriesTable.of(input);
        MetricJudge judge = new MetricJudge(
                table,
                HardFindings.usableSteps(table),
                new MemoryGate(input.grid().duration(), null),
                "candidate");

        MetricResult broken = judge.hard(Metric.UP, MetricOutcome.FAIL, List.of(ReasonCode.CANDIDATE_DOWN));
        MetricResult held = judge.hard(Metric.UP, MetricOutcome.PASS, List.of());

        assertThat(broken.outcome()).isEqualTo("fail");
        assertThat(broken.reasons()).containsExactly("CANDIDATE_DOWN");
        assertThat(held.outcome()).isEqualTo("invalid");
        assertThat(held.reasons()).containsExactly("NO_DATA");
    }

    @Test
    void anAbsoluteLimitIsJudgedByTheDifferenceAndShowsTheRatio() {
        double[] noise = GoldenSeries.noise(9, 60);
        MetricResult staleness = ARun.metric(
                ARun.healthy()
                        .both(Metric.STALENESS_SECONDS, t -> 4, t -> 5 + 0.1 * noise[t])
                        .guardrail("staleness_seconds", null, 0.5)
                        .analyze(),
                "staleness_seconds");

        assertThat(staleness.rule()).isEqualTo("ABSOLUTE");
        assertThat(staleness.reasons()).containsExactly("GUARDRAIL_BROKEN");
        assertThat(staleness.ratio()).isEqualTo(1.25, within(0.01));
        assertThat(staleness.ratioLower()).isBetween(1.2, 1.25);
        assertThat(staleness.differenceLower()).isBetween(0.9, 1.0);
        assertThat(staleness.shown().get("nonInferiority")).containsEntry("limit", 0.5);
    }

    @Test
    void anAbsoluteLimitWithoutABaselineShowsNoRatio() {
        double[] noise = GoldenSeries.noise(9, 60);
        MetricResult staleness = ARun.metric(
                ARun.healthy()
                        .both(Metric.STALENESS_SECONDS, t -> 0, t -> 1 + 0.1 * noise[t])
                        .guardrail("staleness_seconds", null, 1.5)
                        .analyze(),
                "staleness_seconds");

        assertThat(staleness.outcome()).isEqualTo("pass");
        assertThat(staleness.ratio()).isNull();
        assertThat(staleness.ratioLower()).isNull();
        assertThat(staleness.differenceUpper()).isBetween(1.0, 1.2);
    }

    @Test
    void whatNoCriterionNamesIsShownByItsRatioOrItsDifference() {
        double[] noise = GoldenSeries.noise(9, 60);
        AnalysisResult result = ARun.healthy()
                .both(Metric.COLLECTOR_CPU, t -> 4, t -> 5 + 0.1 * noise[t])
                .both(Metric.STALENESS_SECONDS, t -> 0, t -> 1 + 0.1 * noise[t])
                .analyze();

        MetricResult cpu = ARun.metric(result, "collector_cpu");
        MetricResult staleness = ARun.metric(result, "staleness_seconds");
        assertThat(cpu.role()).isEqualTo("info");
        assertThat(cpu.outcome()).isEqualTo("info");
        assertThat(cpu.reasons()).isEmpty();
        assertThat(cpu.rule()).isEqualTo("BLOCKS");
        assertThat(staleness.rule()).isEqualTo("ABSOLUTE");
        assertThat(staleness.differenceLower()).isPositive();
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void aGapInWhatNoCriterionNamesIsInformationAlone() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.COLLECTOR_CPU, t -> 4, t -> 5)
                .both(Metric.SEND_FAILURES, t -> 4, t -> 5)
                .steps(Metric.COLLECTOR_CPU, "candidate", 0, 60, Double.NaN)
                .steps(Metric.SEND_FAILURES, "candidate", 0, 60, Double.NaN)
                .analyze();

        assertThat(ARun.metric(result, "collector_cpu").outcome()).isEqualTo("info");
        assertThat(ARun.metric(result, "collector_cpu").ratio()).isNull();
        assertThat(ARun.metric(result, "send_failures").outcome()).isEqualTo("info");
        assertThat(ARun.metric(result, "send_failures").baselineMean()).isNull();
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void whereHostsAreTheReplicatesNoSingleRunIsFarFromTheThreshold() {
        AnalysisInput input = ARun.healthy().input();
        List<HostTotals> hosts =
                List.of(hosts("baseline", 120, 340, 95, 410, 220, 180), hosts("candidate", 60, 190, 50, 205, 100, 99));

        MetricResult series = ARun.metric(
                AnalysisEngine.analyze(new AnalysisInput(
                        input.plan(), input.candidates(), input.grid(), input.measured(), input.findings(), hosts)),
                "active_series");

        assertThat(series.rule()).isEqualTo("HOSTS");
        assertThat(series.reasons()).containsExactly("GOAL_MET");
        assertThat(series.shown()).doesNotContainKey("needed");
    }

    @Test
    void aGoalWithoutABaselineFailsOnlyWhenTheCandidateIsShownToHaveMore() {
        double[] noise = GoldenSeries.noise(9, 60);

        assertThat(churn(t -> 5 + noise[t], 1).reasons()).containsExactly("FUTILE");
        assertThat(churn(t -> 0.01 + noise[t], 1).reasons()).containsExactly("BASELINE_ZERO");
        assertThat(churn(t -> 5 + noise[t], 60).reasons()).containsExactly("BASELINE_ZERO");
    }

    @Test
    void aGuardrailFarFromItsLimitIsHeldAtEveryStep() {
        MetricResult cpu = ARun.healthy()
                .memory(null)
                .both(Metric.COLLECTOR_CPU, t -> 0.20 + 0.01 * (t % 3), t -> 0.10 + 0.005 * (t % 3) + 0.0001 * (t % 7))
                .only("collector_cpu", 0.25);

        assertThat(cpu.rule()).isEqualTo("FAR_FROM_THRESHOLD");
        assertThat(cpu.reasons()).containsExactly("GUARDRAIL_HELD");
        assertThat(cpu.stamps()).doesNotContain("MEMORY_UNKNOWN");
    }

    @Test
    void anUndecidedAbsoluteLimitSaysWhatIsShownAndNeeded() {
        double[] noise = GoldenSeries.noise(9, 60);
        MetricResult staleness = ARun.metric(
                ARun.healthy()
                        .both(Metric.STALENESS_SECONDS, t -> 4, t -> 5 + 0.1 * noise[t])
                        .guardrail("staleness_seconds", null, 1.01)
                        .analyze(),
                "staleness_seconds");

        assertThat(staleness.reasons()).containsExactly("GUARDRAIL_UNDECIDED");
        assertThat(staleness.shown()).containsKeys("maximum", "memory", "welch", "needed");
    }

    @Test
    void levelsAreShownAsBlocks() {
        MetricResult cpu = ARun.metric(
                ARun.healthy(120)
                        .both(Metric.COLLECTOR_CPU, t -> 1000.5, t -> 400 + 10 * (t / 30))
                        .analyze(),
                "collector_cpu");

        assertThat(cpu.rule()).isEqualTo("SEGMENTS");
        assertThat(cpu.blocks()).isEqualTo(4);
        assertThat(cpu.effectiveBlocks()).isEqualTo(4, within(1e-12));
        assertThat(cpu.blockLag1()).isNull();
        assertThat(cpu.standardError()).isPositive();
    }

    @Test
    void twoLevelsNeedAsMuchTimeAgain() {
        MetricResult cpu = ARun.healthy(120)
                .both(Metric.COLLECTOR_CPU, t -> 1000.5, t -> t < 60 ? 400 : 2000)
                .only("collector_cpu", 0.1);

        assertThat(cpu.reasons()).containsExactly("FEW_LEVELS");
        assertThat(cpu.shown().get("needed")).containsEntry("moreSeconds", 240.0);
    }

    @Test
    void countsExactToRoundingHaveNoStandardErrorAndNeedNoTime() {
        ARun run = ARun.healthy(120)
                .both(Metric.COLLECTOR_MEMORY, t -> 1000 + 7 * t, t -> Math.rint(1.1 * (1000 + 7 * t)));

        MetricResult onTheLimit = run.only("collector_memory", 0.1);

        assertThat(onTheLimit.rule()).isEqualTo("EXACT_TO_ROUNDING");
        assertThat(onTheLimit.exact()).isFalse();
        assertThat(onTheLimit.standardError()).isNull();
        assertThat(onTheLimit.degreesOfFreedom()).isNull();
        assertThat(onTheLimit.reasons()).containsExactly("GUARDRAIL_UNDECIDED");
        assertThat(onTheLimit.shown().get("needed")).isNull();
    }

    @Test
    void moreThanAYearIsNoTimeToWaitFor() {
        Inference undecided = new Inference(new Estimate.LogScale(0.8, 0.01, 8), Rule.BLOCKS, null, null, null);
        MemoryGate day = new MemoryGate(Duration.ofDays(1), null);
        Target target = new Target(0.025, Target.USUAL_POWER);

        assertThat(new NeededTime(240, day, 0.81, target).of(undecided, true).get("moreSeconds"))
                .isBetween(86_400.0, 31_536_000.0);
        assertThat(new NeededTime(240, day, 0.801, target).of(undecided, true)).doesNotContainKey("moreSeconds");
    }

    /** A saving within a millionth of the goal would take longer than nanoseconds can count. */
    @Test
    void aRatioNextToItsLimitStillHasAVerdict() {
        Inference undecided = new Inference(new Estimate.LogScale(0.8, 0.01, 8), Rule.BLOCKS, null, null, null);
        MemoryGate day = new MemoryGate(Duration.ofDays(1), null);

        for (double limit : new double[] {0.80001, 0.8000001, 0.8 + 1e-12}) {
            assertThat(new NeededTime(240, day, limit, new Target(0.025, 0.8)).of(undecided, true))
                    .doesNotContainKey("moreSeconds");
        }
    }

    private static MetricResult churn(IntToDoubleFunction candidate, long memorySeconds) {
        return ARun.metric(
                ARun.healthy()
                        .both(Metric.SERIES_CHURN, t -> 0, candidate)
                        .goals(new Goal("series_churn", 0.1))
                        .memory(Duration.ofSeconds(memorySeconds))
                        .analyze(),
                "series_churn");
    }

    private static HostTotals hosts(String variant, double... totals) {
        Map<String, Double> byHost = new TreeMap<>();
        for (int h = 0; h < totals.length; h++) {
            byHost.put("host-" + h, totals[h]);
        }
        return new HostTotals(Metric.ACTIVE_SERIES, variant, byHost);
    }
}
