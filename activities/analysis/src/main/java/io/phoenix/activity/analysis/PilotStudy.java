package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.planning.CriterionPlan;
import io.phoenix.activity.analysis.planning.CriterionPlan.Scale;
import io.phoenix.activity.analysis.planning.FinalLook;
import io.phoenix.activity.analysis.planning.MemorySuggestion;
import io.phoenix.activity.analysis.planning.Pilot;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.activity.analysis.planning.Planner;
import io.phoenix.activity.analysis.planning.Precision;
import io.phoenix.activity.analysis.planning.RunPlan;
import io.phoenix.activity.analysis.planning.RunPlan.LimitedBy;
import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.analysis.Thresholds;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an earlier run says of the criteria of another one. Losses without a sampling error need no plan. */
final class PilotStudy {
    private static final long FEWEST_HOSTS = 5;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final SeriesTable table;
    private final boolean[] usable;
    private final MemoryGate gate;
    private final List<String> candidates;

    PilotStudy(AnalysisInput input) {
        this.table = SeriesTable.of(input);
        this.usable = HardFindings.usableSteps(table);
        this.gate = new MemoryGate(input.grid().duration(), null);
        this.candidates = input.candidates().stream().map(Candidate::name).toList();
    }

    /** The most pairs of any metric that is asked about. */
    int pairs(Criteria criteria) {
        return candidates.stream()
                .flatMap(candidate -> metrics(criteria).map(metric -> pairs(metric, candidate)))
                .mapToInt(PairedSeries::size)
                .max()
                .orElse(0);
    }

    /** The longest memory of any ratio that is asked about, in steps of the pilot. */
    Optional<MemorySuggestion> memory(Criteria criteria) {
        return candidates.stream()
                .flatMap(candidate -> metrics(criteria).map(metric -> pairs(metric, candidate)))
                .filter(RatioInference::applies)
                .flatMap(
                        pairs -> MemorySuggestion.of(pairs.ratioResiduals(
                                        pairs.candidateMean() / pairs.baselineMean(), pairs.baselineMean()))
                                .stream())
                .reduce(MemorySuggestion::orLonger);
    }

    /** @param step of the pilot, unscaled */
    List<CriterionPlan> criteria(PlanQuestion question, Duration step, @Nullable Duration memory) {
        List<CriterionPlan> plans = new ArrayList<>();
        for (String candidate : candidates) {
            Need need = new Need(question, candidate, step, memory);
            question.criteria()
                    .goals()
                    .forEach(goal -> of(goal.metric()).ifPresent(metric -> plans.add(goal(need, metric, goal))));
            inferred(question.criteria())
                    .forEach(guardrail ->
                            of(guardrail.metric()).ifPresent(metric -> plans.add(guardrail(need, metric, guardrail))));
        }
        return plans;
    }

    private Optional<Metric> of(String name) {
        return Metric.byName(name)
                .filter(metric ->
                        candidates.stream().noneMatch(candidate -> CounterIncrease.exact(table, metric, candidate)));
    }

    /** A limit of single samples has no error bar. */
    private static Stream<Guardrail> inferred(Criteria criteria) {
        return criteria.guardrails().stream().filter(guardrail -> guardrail.maximumValue() == null);
    }

    private Stream<Metric> metrics(Criteria criteria) {
        return Stream.concat(
                        criteria.goals().stream().map(Goal::metric),
                        inferred(criteria).map(Guardrail::metric))
                .flatMap(name -> of(name).stream());
    }

    private PairedSeries pairs(Metric metric, String candidate) {
        return Pairing.of(table, usable, metric, candidate);
    }

    private CriterionPlan goal(Need need, Metric metric, Goal goal) {
        Criteria criteria = need.question.criteria();
        FinalLook last = FinalLook.of(criteria, (1 - criteria.confidence()) / candidates.size());
        Double saving = need.question.expectedSaving();
        double limit = Thresholds.goalRatio(goal.minimumSaving());
        return need.of(metric, "goal", limit, new Aim(last.goal(), last.evenGoal()))
                .plan(ratio(metric, need.candidate, limit), saving == null ? null : 1 - saving);
    }

    /** All guardrails must hold at once, so each shares in the chance to miss; at the last look, by all of their risk. */
    private CriterionPlan guardrail(Need need, Metric metric, Guardrail guardrail) {
        long sharing = Math.max(
                1,
                inferred(need.question.criteria())
                        .filter(other -> of(other.metric()).isPresent())
                        .count());
        Target target = new Target(1 - need.question.criteria().confidence(), 1 - (1 - Target.USUAL_POWER) / sharing);
        Aim aim = new Aim(target, target.even());
        Double increase = guardrail.maximumIncrease();
        return increase == null
                ? need.of(metric, "guardrail", java.util.Objects.requireNonNull(guardrail.maximum()), aim)
                        .plan(difference(metric, need.candidate), null)
                : need.of(metric, "guardrail", Thresholds.guardrailRatio(increase), aim)
                        .plan(ratio(metric, need.candidate, Thresholds.guardrailRatio(increase)), null);
    }

    private Seen ratio(Metric metric, String candidate, double limit) {
        PairedSeries pairs = pairs(metric, candidate);
        if (pairs.size() < 2 || !RatioInference.applies(pairs)) {
            return Seen.nothing(Scale.RATIO);
        }
        Inference inference =
                HostInference.of(table, metric, candidate).orElseGet(() -> RatioInference.of(pairs, gate));
        boolean far = FarFromThreshold.judge(pairs, limit).isPresent();
        return Seen.of(pairs, inference, Scale.RATIO, far);
    }

    private Seen difference(Metric metric, String candidate) {
        PairedSeries pairs = pairs(metric, candidate);
        return pairs.size() < 2
                ? Seen.nothing(Scale.DIFFERENCE)
                : Seen.of(pairs, DifferenceInference.of(pairs, gate), Scale.DIFFERENCE, false);
    }

    /**
     * What the pilot saw of one metric; no estimate where it saw too little.
     *
     * @param far from the limit at every step, which decides without an error bar
     */
    private record Seen(int pairs, @Nullable Estimate estimate, boolean byHost, Scale scale, boolean far) {
        static Seen of(PairedSeries pairs, Inference inference, Scale scale, boolean far) {
            Estimate estimate = inference.obstacle() == null ? inference.estimate() : null;
            return new Seen(pairs.size(), estimate, inference.rule() == Rule.HOSTS, scale, far);
        }

        static Seen nothing(Scale scale) {
            return new Seen(0, null, false, scale, false);
        }

        Pilot pilot(Estimate found) {
            return switch (found) {
                case Estimate.LogScale ratio ->
                    new Pilot(replicates(ratio), ratio.standardError() / ratio.value(), ratio.degreesOfFreedom());
                case Estimate.Linear difference ->
                    new Pilot(pairs, difference.standardError(), difference.degreesOfFreedom());
                case Estimate.Known known -> new Pilot(pairs, 0, 1);
            };
        }

        private int replicates(Estimate.LogScale ratio) {
            return byHost ? (int) Math.round(ratio.degreesOfFreedom()) + 1 : pairs;
        }
    }

    /** How surely a criterion is planned to be shown, and how an even chance is. */
    private record Aim(Target planned, Target even) {}

    /** One candidate's criteria, one after the other. */
    private record Need(
            PlanQuestion question,
            String candidate,
            Duration step,
            @Nullable Duration memory) {
        Criterion of(Metric metric, String role, double limit, Aim aim) {
            return new Criterion(this, metric.metricName(), role, limit, aim);
        }
    }

    private record Criterion(Need need, String metric, String role, double limit, Aim aim) {
        CriterionPlan plan(Seen seen, @Nullable Double wanted) {
            Estimate estimate = seen.estimate;
            if (estimate == null) {
                return new CriterionPlan(
                        need.candidate,
                        metric,
                        role,
                        seen.scale,
                        limit,
                        null,
                        null,
                        aim.planned,
                        null,
                        Precision.UNKNOWN,
                        null);
            }
            Pilot pilot = seen.pilot(estimate);
            double expected = wanted == null ? estimate.value() : wanted;
            double distance = seen.scale == Scale.RATIO ? StrictMath.log(expected / limit) : expected - limit;
            if (seen.byHost) {
                return byHost(seen, pilot, expected, distance);
            }
            boolean far = seen.far && wanted == null;
            Planner alone = new Planner(pilot, need.step, null);
            Precision precision = new Precision(
                    run(alone, distance, aim.planned, far), null, run(alone, distance, aim.even, far), null);
            RunPlan run = run(new Planner(pilot, need.step, need.memory), distance, aim.planned, far);
            return with(seen, pilot, expected, run, precision);
        }

        /** The shorter way to decide; null when none that a person could wait for. */
        private static @Nullable RunPlan run(Planner planner, double distance, Target target, boolean far) {
            Stream<RunPlan> byErrorBar =
                    planner.forDistance(distance, target).filter(plan -> plan.fits(LONGEST)).stream();
            Stream<RunPlan> atEveryStep =
                    far ? Stream.of(planner.atLeast(FarFromThreshold.FEWEST_PAIRS, LimitedBy.BLOCKS)) : Stream.empty();
            return Stream.concat(byErrorBar, atEveryStep)
                    .min(Comparator.comparing(RunPlan::pairs))
                    .orElse(null);
        }

        /** Time makes a statement on the fleet no surer, so the least length does. */
        private CriterionPlan byHost(Seen seen, Pilot pilot, double expected, double distance) {
            Planner planner = new Planner(pilot, need.step, need.memory);
            Long hosts = hosts(planner.replicates(distance, aim.planned));
            Long evenHosts = hosts(planner.replicates(distance, aim.even));
            RunPlan least = hosts == null ? null : least(pilot, need.memory);
            RunPlan alone = evenHosts == null ? null : least(pilot, null);
            return with(seen, pilot, expected, least, new Precision(alone, hosts, alone, evenHosts));
        }

        private @Nullable RunPlan least(Pilot pilot, @Nullable Duration memory) {
            return new Planner(new Pilot(pilot.pairs(), 0, 1), need.step, memory)
                    .forDistance(1, aim.planned)
                    .orElse(null);
        }

        private static @Nullable Long hosts(double needed) {
            return needed < Integer.MAX_VALUE ? (Long) Math.max(FEWEST_HOSTS, (long) Math.ceil(needed)) : null;
        }

        private Long available(Pilot pilot) {
            Integer hosts = need.question.hosts();
            return hosts == null ? (long) pilot.pairs() : Long.valueOf(hosts);
        }

        private CriterionPlan with(
                Seen seen, Pilot pilot, double expected, @Nullable RunPlan run, Precision precision) {
            return new CriterionPlan(
                    need.candidate,
                    metric,
                    role,
                    seen.scale,
                    limit,
                    expected,
                    pilot,
                    aim.planned,
                    run,
                    precision,
                    seen.byHost ? available(pilot) : null);
        }
    }
}
