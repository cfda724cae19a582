package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.statistics.Normal;
import io.phoenix.activity.analysis.statistics.StudentT;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTest {
    /** The golden set G6, a saving of 3.8 % with p = .0364 against none. */
    private static ARun g6(double minimumSaving) {
        return ARun.ofPairs(GoldenSeries.g6()).memory(null).goals(new Goal("active_series", minimumSaving));
    }

    /** Lan and DeMets 1983 as computed by gsDesign: the fourth of five equal looks, two-sided 5 %. */
    @Test
    void aGoalIsJudgedByTheShareOfTheRiskThatTheLookMayTake() {
        MetricResult goal = series(g6(0).looks(5, 0.2, 0.4, 0.6, 0.8));

        double level = Normal.twoSided(2.2898);
        double half = new StudentT(goal.degreesOfFreedom()).critical(level / 2) * goal.standardError() / goal.ratio();
        assertThat(goal.shown().get("look"))
                .containsEntry("number", 4.0)
                .containsEntry("of", 5.0)
                .containsEntry("left", 1.0)
                .containsEntry("information", 0.8);
        assertThat(goal.shown().get("look").get("z")).isEqualTo(2.2898, within(6e-5));
        assertThat(goal.shown().get("look").get("level")).isEqualTo(level, within(4e-6));
        assertThat(goal.confidenceLevel()).isEqualTo(1 - level, within(4e-6));
        assertThat(goal.ratioUpper()).isEqualTo(goal.ratio() * Math.exp(half), within(2e-6));
    }

    @Test
    void whatDecidesAtTheEndNeedNotDecideEarly() {
        assertThat(series(g6(0)).outcome()).isEqualTo("pass");
        assertThat(series(g6(0).looks(2, 0.5, 1.0)).outcome()).isEqualTo("pass");
        assertThat(series(g6(0).looks(2, 0.5)).outcome()).isEqualTo("inconclusive");
        assertThat(g6(0).looks(2, 0.5).analyze().reasons().getFirst().message()).contains("look 1 of 2 at level 0.003");
    }

    @Test
    void withoutMoreInformationALookDecidesNothingByItsErrorBar() {
        MetricResult again = series(g6(0).looks(3, 0.5, 0.5));
        MetricResult tooEarly = series(g6(0).looks(20, 0.05));

        assertThat(List.of(again, tooEarly)).allSatisfy(goal -> {
            assertThat(goal.outcome()).isEqualTo("inconclusive");
            assertThat(goal.ratioLower()).isZero();
            assertThat(goal.ratioUpper()).isNull();
            assertThat(goal.shown().get("look")).containsEntry("level", 0.0);
        });
    }

    @Test
    void severalCandidatesSpendTheirShareOfTheRisk() {
        double alone = series(g6(0).looks(2, 0.5)).shown().get("look").get("spent");
        double shared = series(g6(0).with(Metric.ACTIVE_SERIES, "other", t -> 90 + t % 7)
                        .candidates(
                                new AnalysisInput.Candidate("candidate", null),
                                new AnalysisInput.Candidate("other", null))
                        .looks(2, 0.5))
                .shown()
                .get("look")
                .get("spent");

        // 4 (1 - Phi(z(alpha / 4) / sqrt t)) at t = .5 for alpha .05 and .025, SciPy.
        assertThat(alone).isEqualTo(0.00305065, within(1e-8));
        assertThat(shared).isEqualTo(0.00082396, within(1e-8));
    }

    @Test
    void whatIsSeenAtEveryStepWinsAtAnyLook() {
        AnalysisResult result = ARun.healthy().looks(2, 0.5).analyze();

        assertThat(series(ARun.healthy().looks(2, 0.5)).rule()).isEqualTo("FAR_FROM_THRESHOLD");
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(DecisionRule.settled(result)).isTrue();
        assertThat(result.plan()).containsEntry("information", List.of(0.5)).containsEntry("looksLeft", 1);
    }

    @Test
    void aGuardrailHoldsAtTheLastLookOnly() {
        AnalysisResult early = withCpu(0.2).looks(2, 0.5).analyze();
        AnalysisResult last = withCpu(0.2).looks(2, 0.5, 1.0).analyze();

        assertThat(early.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ARun.codes(early)).containsExactly("BEFORE_LAST_LOOK");
        assertThat(early.reasons().getFirst().message()).contains("collector_cpu: change", "look 1 of 2");
        assertThat(DecisionRule.settled(early)).isFalse();
        assertThat(last.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(last.plan()).containsEntry("looksLeft", 0);
    }

    @Test
    void aLossThatIsCountedHoldsAtTheLastLookOnlyAndBreaksAtAny() {
        ARun run = ARun.healthy().both(Metric.DROPPED_POINTS, t -> 0, t -> 0).guardrail("dropped_points", null, 0.0);

        assertThat(ARun.codes(run.looks(2, 0.5).analyze())).containsExactly("BEFORE_LAST_LOOK");
        assertThat(ARun.codes(
                        run.with(Metric.DROPPED_POINTS, "candidate", t -> t).analyze()))
                .containsExactly("GUARDRAIL_BROKEN");
    }

    @Test
    void aGuardrailBreaksAtAnyLookByWhatTheLookMayTake() {
        ARun broken = withCpu(0.4);
        MetricResult end = ARun.metric(withCpu(0.2).analyze(), "collector_cpu");
        MetricResult early = ARun.metric(withCpu(0.2).looks(2, 0.5).analyze(), "collector_cpu");

        assertThat(broken.looks(2, 0.5).analyze().verdict()).isEqualTo(Verdict.REJECT);
        assertThat(early.confidenceLevel()).isEqualTo(0.95);
        assertThat(early.oneSidedUpper()).isEqualTo(end.oneSidedUpper());
        assertThat(early.oneSidedLower()).isLessThan(end.oneSidedLower());
    }

    @Test
    void endsForFutilityOnlyWhereThatWasAsked() {
        AnalysisResult shown = g6(0.08).looks(2, 0.5).analyze();
        AnalysisResult asked = g6(0.08).looks(2, 0.5).futility(0.1).analyze();

        assertThat(ARun.codes(shown)).containsExactly("GOAL_UNDECIDED");
        assertThat(ARun.metric(shown, "active_series").shown().get("futility").get("chance"))
                .isLessThan(0.1);
        assertThat(DecisionRule.settled(shown)).isFalse();
        assertThat(asked.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ARun.codes(asked)).containsExactly("UNPROMISING");
        assertThat(DecisionRule.settled(asked)).isTrue();
        assertThat(ARun.codes(g6(0.08).looks(2, 0.5, 1.0).futility(0.1).analyze()))
                .doesNotContain("UNPROMISING");
    }

    @Test
    void whereTheGoalFailsNothingIsLeftToBePromised() {
        AnalysisResult result = g6(0.5).looks(2, 0.5).futility(0.1).analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(ARun.codes(result)).containsExactly("FUTILE");
    }

    @Test
    void aChanceNeedsAnErrorBarThatMayDecide() {
        MetricResult exact = series(ARun.healthy()
                .both(Metric.ACTIVE_SERIES, t -> 1000, t -> 900)
                .looks(2, 0.5)
                .futility(0.1));
        MetricResult tooShort = series(ARun.healthy(30).looks(2, 0.5).futility(0.1));

        assertThat(exact.exact()).isTrue();
        assertThat(List.of(exact, tooShort))
                .allSatisfy(goal -> assertThat(goal.shown()).doesNotContainKey("futility"));
    }

    @Test
    void aLimitOfSingleSamplesHoldsAtTheLastLookOnly() {
        ARun run = ARun.healthy()
                .both(Metric.COLLECTOR_MEMORY, t -> 150 + t % 3, t -> 100 + t % 7)
                .guardrail(new Guardrail("collector_memory", null, null, 200.0));

        assertThat(ARun.codes(run.looks(2, 0.5).analyze())).containsExactly("BEFORE_LAST_LOOK");
        assertThat(ARun.codes(run.looks(2, 0.5, 1.0).analyze())).contains("MAXIMUM_HELD");
    }

    @Test
    void aRunThatIsCompleteSoonerHasItsLastLookThen() {
        Map<String, Map<String, Double>> sooner =
                series(g6(0).looks(3, 0.5, 1.0)).shown();
        Map<String, Map<String, Double>> planned =
                series(g6(0).looks(2, 0.5, 1.0)).shown();

        assertThat(sooner.get("look")).containsEntry("left", 0.0).containsEntry("of", 3.0);
        assertThat(sooner.get("needed")).isEqualTo(planned.get("needed")).containsKey("detectableRatio");
    }

    @Test
    void aPlanThatIsCompleteSoonerHasNoLooksLeft() {
        assertThat(g6(0).looks(3, 0.5, 1.0).analyze().plan()).containsEntry("looksLeft", 0);
        assertThat(g6(0).looks(3, 0.5).analyze().plan()).containsEntry("looksLeft", 2);
    }

    @Test
    void theSameSeriesMayBeSeenAtAnotherLook() {
        AnalysisInput end = g6(0).looks(2).input();

        assertThat(AnalysisEngine.analyze(end.at(List.of(0.5))))
                .isEqualTo(g6(0).looks(2, 0.5).analyze());
    }

    @Test
    void aLookWithoutInformationPlansByWhatItHas() {
        GroupSequential.Look nothing = new GroupSequential.Look(0, 0, Double.POSITIVE_INFINITY, 0);
        GroupSequential.Look half = new GroupSequential.Look(0.5, 0.003, 2.96, 0.003);

        assertThat(new Look(1, 2, nothing, half, 0).planned(7)).isEqualTo(7);
        assertThat(new Look(1, 2, half, half, 0).planned(7)).isEqualTo(14);
    }

    @Test
    void aPlanThatDoesNotSayOtherwiseIsAtItsLastLook() {
        assertThat(g6(0).looks(4).analyze())
                .isEqualTo(g6(0).looks(4, 0.25, 0.5, 0.75, 1.0).analyze());
    }

    /** R: gsDesign(k = 4, test.type = 2, alpha = .025, sfu = sfLDOF)$upper$bound[4] = 2.0141. */
    @Test
    void theLastLookTakesAlmostAllOfTheRisk() {
        Map<String, Double> look = series(g6(0).looks(4)).shown().get("look");

        assertThat(look.get("z")).isEqualTo(2.0141, within(1e-3));
        assertThat(look).containsEntry("spent", 1 - 0.95).containsEntry("left", 0.0);
    }

    @Test
    void theIntervalForAnyTimeIsWiderThanThatOfTheEnd() {
        MetricResult goal = series(ARun.ofPairs(GoldenSeries.g1()).memory(null));

        assertThat(goal.shown().get("anyTime")).containsEntry("blocks", 24.0);
        assertThat(goal.shown().get("anyTime").get("lower")).isLessThan(goal.ratioLower());
        assertThat(goal.shown().get("anyTime").get("upper")).isGreaterThan(goal.ratioUpper());
    }

    @Test
    void theIntervalForAnyTimeNeedsFifteenBlocksOfTheWholeRun() {
        ARun half = ARun.ofPairs(GoldenSeries.g1()).memory(null);

        assertThat(series(half.looks(2, 0.5)).shown()).doesNotContainKey("anyTime");
        assertThat(series(half.looks(2, 0.75)).shown().get("anyTime")).containsEntry("blocks", 18.0);
    }

    @Test
    void theFewestPairsOfAnyGoalCount() {
        ARun run = ARun.healthy().steps(Metric.ACTIVE_SERIES, "candidate", 0, 7, Double.NaN);

        assertThat(AnalysisEngine.completePairs(run.input())).isEqualTo(53);
        assertThat(AnalysisEngine.completePairs(
                        run.goals(new Goal("active_series", 0), new Goal("samples_per_second", 0))
                                .input()))
                .isZero();
    }

    /** CPU of a candidate and a baseline of 0.2 with noise, against a limit of 25 %. */
    private static ARun withCpu(double mean) {
        double[] noise = GoldenSeries.noise(7, 60);
        double[] other = GoldenSeries.noise(8, 60);
        return ARun.healthy()
                .memory(null)
                .both(Metric.COLLECTOR_CPU, t -> 0.2 + 0.01 * noise[t], t -> mean + 0.01 * other[t])
                .guardrail("collector_cpu", 0.25, null);
    }

    private static MetricResult series(ARun run) {
        return ARun.metric(run.analyze(), "active_series");
    }
}
