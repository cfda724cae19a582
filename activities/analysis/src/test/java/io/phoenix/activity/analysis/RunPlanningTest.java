package io.phoenix.activity.analysis;

import static io.phoenix.activity.analysis.PlannedRuns.codes;
import static io.phoenix.activity.analysis.PlannedRuns.criteria;
import static io.phoenix.activity.analysis.PlannedRuns.g6;
import static io.phoenix.activity.analysis.PlannedRuns.message;
import static io.phoenix.activity.analysis.PlannedRuns.plan;
import static io.phoenix.activity.analysis.PlannedRuns.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.RunPlanning.EarlierRun;
import io.phoenix.activity.analysis.planning.CriterionPlan;
import io.phoenix.activity.analysis.planning.PilotSampling;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.activity.analysis.planning.RunPlan.LimitedBy;
import io.phoenix.activity.analysis.planning.RunProposal;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunPlanningTest {
    private static final Duration STEP = ARun.STEP;

    /** The golden set G6: 480 pairs, ratio .9621, SE .0148, df 8; SciPy's quantiles of t give 3424.99 pairs to 0.98. */
    @Test
    void theLengthFollowsFromThePilotsErrorBar() {
        RunProposal proposal = plan(question(0.02, null, null), List.of(g6()));

        CriterionPlan goal = proposal.criteria().getFirst();
        double needed = Math.log(0.98 / 0.9621339844079) / (2.306004135204 + 0.8888895);
        double pairs = 480 * Math.pow(0.01480059753091 / 0.9621339844079 / needed, 2);
        assertThat(goal.run().pairs()).isEqualTo((long) Math.ceil(pairs));
        assertThat(goal.run().limitedBy()).isEqualTo(LimitedBy.PRECISION);
        assertThat(proposal.pairs()).isEqualTo(goal.run().pairs());
        assertThat(proposal.duration()).isEqualTo(STEP.multipliedBy(proposal.pairs()));
        assertThat(proposal.pilot()).isEqualTo(480);
        assertThat(proposal.detectable().getFirst()).isEqualTo(0.9621, within(1e-3));
        assertThat(proposal.fits()).isTrue();
    }

    @Test
    void aRunThatWouldBeTooLongIsNotToBeStarted() {
        PlanQuestion question =
                new PlanQuestion(criteria(0.02), STEP, null, Duration.ofMinutes(2), Duration.ofMinutes(5));

        RunProposal proposal = plan(question, List.of(g6()));

        assertThat(proposal.fits()).isFalse();
        assertThat(codes(proposal)).startsWith("EXCEEDS_MAXIMUM_DURATION");
        assertThat(proposal.advice().getFirst().message()).contains("timing.maximumDuration is 5m");
    }

    @Test
    void aRunBetweenBothLengthsAsksForALongerOne() {
        PlanQuestion question =
                new PlanQuestion(criteria(0.02), STEP, null, Duration.ofMinutes(2), Duration.ofHours(5));

        assertThat(codes(plan(question, List.of(g6())))).startsWith("LONGER_THAN_PLANNED");
    }

    /** The error bar is of the pilot's pairs, so the run lasts as many of its steps. */
    @Test
    void aPilotOfAnotherStepIsTakenInItsOwn() {
        PlanQuestion same = question(0.02, null, null);
        Duration half = STEP.dividedBy(2);
        PlanQuestion finer = new PlanQuestion(criteria(0.02), half, null, null, null);

        RunProposal proposal = plan(finer, List.of(g6()));

        assertThat(proposal.duration()).isEqualTo(plan(same, List.of(g6())).duration());
        assertThat(proposal.pairs()).isEqualTo(2 * plan(same, List.of(g6())).pairs());
        assertThat(message(proposal, "PILOT_STEP"))
                .startsWith("The pilot was sampled every " + DurationText.format(STEP) + ", the run's step is "
                        + DurationText.format(half) + ": each");
        assertThat(codes(plan(same, List.of(g6())))).doesNotContain("PILOT_STEP");
    }

    @Test
    void saysThatAPilotIsThinned() {
        EarlierRun often = new EarlierRun(g6().input(), new PilotSampling(STEP, Duration.ofMillis(100)));

        assertThat(message(plan(question(0.02, null, null), List.of(often)), "PILOT_STEP"))
                .isEqualTo("The pilot was sampled every 100ms: in each step of " + DurationText.format(STEP)
                        + " its last sample counts.");
    }

    /** One slow swing between .3 and .4 has a wide error bar, and no step of it is near .65. */
    @Test
    void whatWasFarFromItsLimitAtEveryStepNeedsSixtyPairs() {
        ARun swings = ARun.ofPairs(GoldenSeries.g6())
                .both(Metric.ACTIVE_SERIES, t -> 1000, t -> 350 + 50 * Math.sin(t * Math.PI / 240));

        CriterionPlan goal = plan(question(0.35, null, null), List.of(new EarlierRun(swings.input(), STEP)))
                .criteria()
                .getFirst();
        CriterionPlan other = plan(question(0.35, null, 0.36), List.of(new EarlierRun(swings.input(), STEP)))
                .criteria()
                .getFirst();

        assertThat(goal.run().pairs()).isEqualTo(60);
        assertThat(other.run().limitedBy()).isEqualTo(LimitedBy.PRECISION);
    }

    @Test
    void aPilotOfTooFewLevelsSaysNothing() {
        ARun levels =
                ARun.ofPairs(GoldenSeries.g6()).both(Metric.ACTIVE_SERIES, t -> 1000.5, t -> t < 240 ? 700.5 : 900.5);

        assertThat(codes(plan(question(0.05, null, null), List.of(new EarlierRun(levels.input(), STEP)))))
                .contains("NOT_IN_PILOT");
    }

    @Test
    void aSavingThatThePilotDoesNotShowIsNoMatterOfTime() {
        RunProposal proposal = plan(question(0.10, null, null), List.of(g6()));

        assertThat(proposal.fits()).isFalse();
        assertThat(codes(proposal)).contains("WRONG_SIDE");
    }

    @Test
    void anotherSavingMayBeExpectedThanThatOfThePilot() {
        RunProposal proposal = plan(question(0.10, null, 0.25), List.of(g6()));

        assertThat(proposal.fits()).isTrue();
        assertThat(proposal.criteria().getFirst().expected()).isEqualTo(0.75);
    }

    @Test
    void noRunIsShorterThanTwentyFourMemories() {
        RunProposal proposal = plan(question(0.02, Duration.ofMinutes(10), 0.5), List.of(g6()));

        assertThat(proposal.duration()).isEqualTo(Duration.ofMinutes(240));
        assertThat(proposal.criteria().getFirst().run().limitedBy()).isEqualTo(LimitedBy.MEMORY);
    }

    @Test
    void withoutHistoryOnlyTheLeastLengthIsKnown() {
        RunProposal proposal = plan(question(0.02, Duration.ofSeconds(10), null), List.of());

        assertThat(proposal.duration()).isEqualTo(Duration.ofMinutes(4));
        assertThat(proposal.fits()).isTrue();
        assertThat(codes(proposal)).contains("NO_PILOT");
    }

    /** AR(.9) forgets with -1 / ln .9 = 9.5 steps. */
    @Test
    void theMemoryIsSuggestedByTheLongestOfTheHistory() {
        RunProposal proposal = plan(question(0.02, null, null), List.of(g6(), g6()));

        assertThat(proposal.memory().suggested()).isBetween(STEP.multipliedBy(4), STEP.multipliedBy(25));
        assertThat(proposal.memory().longestSupported()).isEqualTo(STEP.multipliedBy(20));
        assertThat(proposal.memory().runs()).isEqualTo(2);
        assertThat(codes(proposal)).containsAnyOf("MEMORY_SUGGESTED", "MEMORY_UNSUPPORTED");
        assertThat(codes(plan(question(0.02, Duration.ofMillis(100), null), List.of(g6()))))
                .containsAnyOf("MEMORY_TOO_SHORT", "MEMORY_UNSUPPORTED");
    }

    /** Guardrails share the chance to miss: power 1 - .2 / 2. Losses that are counted need no plan. */
    @Test
    void everyGuardrailThatIsInferredHasItsPlace() {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("active_series", 0.02)),
                List.of(
                        new Guardrail("collector_cpu", 0.10, null),
                        new Guardrail("staleness_seconds", null, 5.0),
                        new Guardrail("collector_memory", null, null, 1e9),
                        new Guardrail("dropped_points", null, 0.0)),
                List.of(),
                1,
                null);
        ARun run = ARun.ofPairs(GoldenSeries.g6())
                .both(Metric.COLLECTOR_CPU, t -> 1 + t % 3 / 10.0, t -> 1 + t % 5 / 10.0)
                .both(Metric.STALENESS_SECONDS, t -> 1 + t % 7, t -> 2 + t % 4)
                .both(Metric.DROPPED_POINTS, t -> t / 100, t -> t / 80);

        RunProposal proposal =
                plan(new PlanQuestion(criteria, STEP, null, null, null), List.of(new EarlierRun(run.input(), STEP)));

        assertThat(proposal.criteria())
                .extracting(CriterionPlan::metric)
                .containsExactly("active_series", "collector_cpu", "staleness_seconds");
        assertThat(proposal.criteria().get(1).target().power()).isEqualTo(0.9);
        assertThat(proposal.criteria().get(2).scale()).isEqualTo(CriterionPlan.Scale.DIFFERENCE);
        assertThat(proposal.criteria()).allMatch(CriterionPlan::known);
    }

    @Test
    void whereHostsAreTheReplicatesHostsAreCounted() {
        AnalysisInput fleet = fleet();

        RunProposal proposal = plan(question(0.36, Duration.ofSeconds(1), null), List.of(new EarlierRun(fleet, STEP)));

        assertThat(proposal.criteria().getFirst().hosts()).isGreaterThan(6);
        assertThat(proposal.pairs()).isEqualTo(48);
        assertThat(codes(proposal)).contains("TOO_FEW_HOSTS");
        assertThat(proposal.fits()).isFalse();
        PlanQuestion timed = new PlanQuestion(criteria(0.36), STEP, null, Duration.ofMinutes(2), null);
        assertThat(plan(timed, List.of(new EarlierRun(fleet, STEP))).errors())
                .extracting(Violation::code)
                .containsExactly("too_few_hosts");

        PlanQuestion larger = question(0.36, Duration.ofSeconds(1), null).expecting(null, 1000);
        assertThat(codes(plan(larger, List.of(new EarlierRun(fleet, STEP))))).contains("HOSTS_ARE_REPLICATES");
    }

    /** Ratio .6053 with a relative error of .0606: 27 % are t(.975, 5) = 2.57 errors away, and not as many as 80 % ask for. */
    @Test
    void hostsThatHaveAnEvenChanceAreEnoughToStart() {
        PlanQuestion timed = new PlanQuestion(criteria(0.27), STEP, null, Duration.ofMinutes(2), null);

        RunProposal proposal = plan(timed, List.of(new EarlierRun(fleet(), STEP)));

        assertThat(proposal.errors()).isEmpty();
        assertThat(codes(proposal)).contains("TOO_FEW_HOSTS");
    }

    @Test
    void noNumberOfHostsShowsAValueOnItsLimit() {
        PlanQuestion question = question(0.36, Duration.ofSeconds(1), 0.36).expecting(0.36, 1000);

        RunProposal proposal = plan(question, List.of(new EarlierRun(fleet(), STEP)));

        assertThat(proposal.criteria().getFirst().hosts()).isNull();
        assertThat(proposal.criteria().getFirst().possible()).isFalse();
        assertThat(proposal.fits()).isFalse();
    }

    /** A file may hold what each step lost; without any loss that is zero at every step. */
    @Test
    void lossesOfAFileHaveAPlanWhereTheyVary() {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("active_series", 0.02)),
                List.of(new Guardrail("dropped_points", null, 9.0)),
                List.of(),
                1,
                null);
        PlanQuestion question = new PlanQuestion(criteria, STEP, null, null, null);
        ARun varies = ARun.ofPairs(GoldenSeries.g6()).both(Metric.DROPPED_POINTS, t -> 5 + t % 3, t -> 6 + t % 5);
        ARun none = ARun.ofPairs(GoldenSeries.g6()).both(Metric.DROPPED_POINTS, t -> 0, t -> 0);

        assertThat(metrics(plan(question, List.of(new EarlierRun(varies.input(), STEP)))))
                .containsExactly("active_series", "dropped_points");
        assertThat(metrics(plan(question, List.of(new EarlierRun(none.input(), STEP)))))
                .containsExactly("active_series");
        assertThat(metrics(plan(question, List.of(g6())))).containsExactly("active_series");
    }

    @Test
    void aPilotThatStoodStillHasNoErrorToPlanBy() {
        PairedSeries g6 = GoldenSeries.g6();
        ARun still = ARun.ofPairs(g6).both(Metric.ACTIVE_SERIES, t -> 100, t -> 40);

        CriterionPlan goal = plan(question(0.02, null, null), List.of(new EarlierRun(still.input(), STEP)))
                .criteria()
                .getFirst();

        assertThat(goal.expected()).isEqualTo(0.4);
        assertThat(goal.pilot().error()).isZero();
        assertThat(goal.run().pairs()).isEqualTo(48);
        assertThat(goal.run().limitedBy()).isEqualTo(LimitedBy.BLOCKS);
    }

    @Test
    void aPilotThatIsTooShortForAnErrorBarSaysNothing() {
        double[] noise = GoldenSeries.noise(5, 30);
        ARun brief = ARun.healthy(30)
                .both(Metric.ACTIVE_SERIES, t -> 100.5 + noise[t], t -> 40.5 + noise[29 - t])
                .memory(null);

        RunProposal proposal = plan(question(0.02, null, 0.5), List.of(new EarlierRun(brief.input(), STEP)));

        assertThat(proposal.pilot()).isEqualTo(30);
        assertThat(proposal.criteria().getFirst().known()).isFalse();
        assertThat(codes(proposal)).contains("NOT_IN_PILOT");
    }

    @Test
    void twoPairsThatAgreeAreAPilotAndOneIsNone() {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("active_series", 0.2)),
                List.of(new Guardrail("staleness_seconds", null, 5.0)),
                List.of(),
                1,
                null);
        PlanQuestion question = new PlanQuestion(criteria, STEP, null, null, null);

        assertThat(plan(question, List.of(agreeing(2))).criteria()).allMatch(CriterionPlan::known);
        assertThat(plan(question, List.of(agreeing(1))).criteria()).noneMatch(CriterionPlan::known);
    }

    @Test
    void aPilotWithoutABaselineHasNoRatio() {
        ARun empty = ARun.ofPairs(GoldenSeries.g6()).with(Metric.ACTIVE_SERIES, "baseline", t -> 0);

        RunProposal proposal = plan(question(0.02, null, null), List.of(new EarlierRun(empty.input(), STEP)));

        assertThat(proposal.pilot()).isEqualTo(480);
        assertThat(proposal.criteria().getFirst().known()).isFalse();
        assertThat(codes(proposal)).contains("NOT_IN_PILOT");
    }

    /** White noise forgets within a step; a straight rise never does in the time that it was seen. */
    @Test
    void onlyAMemoryThatThePilotIsLongEnoughForMakesTheRunLonger() {
        double[] noise = GoldenSeries.noise(11, 480);
        ARun white = ARun.ofPairs(GoldenSeries.g6()).both(Metric.ACTIVE_SERIES, t -> 100, t -> 50 + noise[t]);
        ARun rising = ARun.ofPairs(GoldenSeries.g6()).both(Metric.ACTIVE_SERIES, t -> 100, t -> 40 + t / 24.0);

        RunProposal forgets = plan(question(0.02, null, null), List.of(new EarlierRun(white.input(), STEP)));
        RunProposal remembers = plan(question(0.02, null, null), List.of(new EarlierRun(rising.input(), STEP)));

        assertThat(codes(forgets)).contains("MEMORY_SUGGESTED");
        assertThat(codes(remembers)).contains("MEMORY_UNSUPPORTED");
        assertThat(remembers.memory().suggested())
                .isGreaterThan(remembers.memory().longestSupported());
        assertThat(remembers.duration())
                .isLessThan(remembers.memory().suggested().multipliedBy(24));
    }

    @Test
    void aMetricThatThePilotLacksIsSaidToBeUnknown() {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("bytes_per_second", 0.2)),
                List.of(new Guardrail("staleness_seconds", null, 5.0)),
                List.of(),
                1,
                null);

        RunProposal proposal = plan(new PlanQuestion(criteria, STEP, null, null, null), List.of(g6()));

        assertThat(proposal.criteria()).noneMatch(CriterionPlan::known);
        assertThat(codes(proposal).stream().filter("NOT_IN_PILOT"::equals)).hasSize(2);
        assertThat(proposal.fits()).isTrue();
    }

    @Test
    void saysItAsPlainValues() {
        Map<String, Object> tree =
                plan(question(0.02, null, null), List.of(g6())).tree();

        assertThat(tree).containsKeys("fits", "duration", "pairs", "step", "memory", "criteria", "advice");
        assertThat((Map<?, ?>) ((List<?>) tree.get("criteria")).getFirst())
                .extracting("metric", "role", "scale", "limitedBy")
                .containsExactly("active_series", "goal", "ratio", "precision");
    }

    /** G1: the load forgets slowly, AR(.97), what the ratio adds to it within a step. */
    @Test
    void theMemoryIsThatOfTheRatioAndNotOfTheLoad() {
        ARun g1 = ARun.ofPairs(GoldenSeries.g1());

        RunProposal proposal = plan(question(0.02, null, null), List.of(new EarlierRun(g1.input(), STEP)));

        assertThat(proposal.memory().suggested()).isLessThanOrEqualTo(STEP.multipliedBy(4));
    }

    /** As in {@link #theLengthFollowsFromThePilotsErrorBar}, at half of the risk: 4446.81 pairs by SciPy. */
    @Test
    void severalCandidatesShareTheRiskOfAGoal() {
        ARun two = ARun.ofPairs(GoldenSeries.g6())
                .with(Metric.ACTIVE_SERIES, "other", t -> GoldenSeries.g6().candidate()[t])
                .candidates(new AnalysisInput.Candidate("candidate", null), new AnalysisInput.Candidate("other", null));

        RunProposal proposal = plan(question(0.02, null, null), List.of(new EarlierRun(two.input(), STEP)));

        assertThat(proposal.criteria()).extracting(CriterionPlan::candidate).containsExactly("candidate", "other");
        assertThat(proposal.criteria().getFirst().target().tail()).isEqualTo(0.0125, within(1e-15));
        assertThat(proposal.criteria().getFirst().run().pairs()).isEqualTo(4447);
    }

    /** The difference of G6 in NumPy, -3.838 with SE 1.524 and df 8; one-sided 5 %, power 80 %: 1046.09 pairs to -1. */
    @Test
    void anAbsoluteLimitIsPlannedByTheDistanceOfTheDifference() {
        Criteria criteria = new Criteria(
                0.95, List.of(), List.of(new Guardrail("staleness_seconds", null, -1.0)), List.of(), 1, null);
        PairedSeries g6 = GoldenSeries.g6();
        ARun run = ARun.ofPairs(g6).both(Metric.STALENESS_SECONDS, t -> g6.baseline()[t], t -> g6.candidate()[t]);

        RunProposal proposal =
                plan(new PlanQuestion(criteria, STEP, null, null, null), List.of(new EarlierRun(run.input(), STEP)));

        assertThat(proposal.criteria().getFirst().run().pairs()).isEqualTo(1047);
    }

    @Test
    void whatNobodyCouldWaitForIsNoPlan() {
        RunProposal proposal = plan(question(0.02, null, 0.02 + 1e-6), List.of(g6()));

        assertThat(proposal.criteria().getFirst().known()).isTrue();
        assertThat(proposal.criteria().getFirst().run()).isNull();
        assertThat(proposal.fits()).isFalse();
    }

    @Test
    void aRunOfJustTheMaximumFits() {
        Duration needed = plan(question(0.02, null, null), List.of(g6())).duration();

        assertThat(plan(new PlanQuestion(criteria(0.02), STEP, null, null, needed), List.of(g6()))
                        .fits())
                .isTrue();
        assertThat(plan(new PlanQuestion(criteria(0.02), STEP, null, null, needed.minusMillis(1)), List.of(g6()))
                        .fits())
                .isFalse();
    }

    @Test
    void hostsAreThePairsOfAPilotOfAFleet() {
        CriterionPlan goal = plan(question(0.36, Duration.ofSeconds(1), null), List.of(new EarlierRun(fleet(), STEP)))
                .criteria()
                .getFirst();

        assertThat(goal.pilot().pairs()).isEqualTo(6);
        assertThat(goal.pilot().degreesOfFreedom()).isEqualTo(5);
    }

    private static EarlierRun agreeing(int pairs) {
        ARun run = ARun.ofPairs(PairedSeries.of(new double[pairs], new double[pairs]))
                .both(Metric.ACTIVE_SERIES, t -> 100 + t, t -> (100 + t) / 2.0)
                .both(Metric.STALENESS_SECONDS, t -> 3, t -> 4);
        return new EarlierRun(run.input(), STEP);
    }

    /** Six hosts, of which the candidate saves 39.5 % in all. */
    private static AnalysisInput fleet() {
        AnalysisInput input = ARun.ofPairs(GoldenSeries.g6()).input();
        Map<String, Double> baseline = new TreeMap<>();
        Map<String, Double> candidate = new TreeMap<>();
        for (int h = 0; h < 6; h++) {
            baseline.put("host-" + h, 100.0 + 10 * h);
            candidate.put("host-" + h, (100.0 + 10 * h) * (0.5 + 0.1 * (h % 3)));
        }
        return new AnalysisInput(
                input.plan(),
                input.candidates(),
                input.grid(),
                input.measured(),
                input.findings(),
                List.of(
                        new HostTotals(Metric.ACTIVE_SERIES, "baseline", baseline),
                        new HostTotals(Metric.ACTIVE_SERIES, "candidate", candidate)));
    }

    private static List<String> metrics(RunProposal proposal) {
        return proposal.criteria().stream().map(CriterionPlan::metric).toList();
    }
}
