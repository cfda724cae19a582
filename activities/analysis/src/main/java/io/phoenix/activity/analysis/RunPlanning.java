package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.planning.CriterionPlan;
import io.phoenix.activity.analysis.planning.MemorySuggestion;
import io.phoenix.activity.analysis.planning.PilotSampling;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.activity.analysis.planning.Planner;
import io.phoenix.activity.analysis.planning.PlanningAdvice;
import io.phoenix.activity.analysis.planning.RunProposal;
import io.phoenix.activity.analysis.planning.RunProposal.MemoryAdvice;
import io.phoenix.activity.analysis.planning.Undecidable;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a run must be, from a pilot: every criterion within its error bar of the pilot, no run shorter than 48 steps
 * and 24 memories. The memory is what the plan declares, else what the earlier runs show if they are long enough to.
 */
public final class RunPlanning {
    private static final long FEWEST_PAIRS = 48;
    private static final int MEMORIES = 24;

    private final PlanQuestion question;
    private final List<EarlierRun> history;

    private RunPlanning(PlanQuestion question, List<EarlierRun> history) {
        this.question = question;
        this.history = history;
    }

    /**
     * A run that has been measured.
     *
     * @param sampling before any scaling of time
     */
    public record EarlierRun(AnalysisInput input, PilotSampling sampling) {
        public EarlierRun {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(sampling, "sampling");
        }

        /** With one sample in each step. */
        public EarlierRun(AnalysisInput input, Duration step) {
            this(input, new PilotSampling(step, step));
        }

        /** Between two pairs. */
        public Duration step() {
            return sampling.step();
        }
    }

    /** @param history the pilot first; the others speak of the memory alone. Empty: only the least length is known */
    public static RunProposal of(PlanQuestion question, List<EarlierRun> history) {
        return new RunPlanning(question, List.copyOf(history)).proposal();
    }

    private RunProposal proposal() {
        MemoryAdvice memory = memory();
        Duration used = used(memory);
        Optional<EarlierRun> pilot = history.stream().findFirst();
        List<CriterionPlan> criteria = pilot.map(
                        run -> new PilotStudy(run.input()).criteria(question, run.step(), used))
                .orElse(List.of());
        long pairs = pairs(least(used), criteria);
        Duration duration = question.step().multipliedBy(pairs);
        Duration pilotStep = pilot.map(EarlierRun::step).orElse(question.step());
        return new RunProposal(
                question,
                pairs,
                duration,
                fits(duration, criteria),
                memory,
                pilot.map(run -> new PilotStudy(run.input()).pairs(question.criteria()))
                        .orElse(0),
                criteria,
                detectable(criteria, duration, pilotStep),
                PlanningAdvice.of(
                        question,
                        duration,
                        memory,
                        criteria,
                        pilot.map(EarlierRun::sampling).orElse(null)),
                errors(criteria, pilotStep));
    }

    private List<Violation> errors(List<CriterionPlan> criteria, Duration pilotStep) {
        Duration horizon = question.horizon();
        return horizon == null
                ? List.of()
                : Undecidable.of(question, horizon, criteria, detectable(criteria, horizon, pilotStep));
    }

    private @Nullable MemoryAdvice memory() {
        Duration suggested = null;
        Duration supported = null;
        int runs = 0;
        for (EarlierRun run : history) {
            Optional<MemorySuggestion> found = new PilotStudy(run.input()).memory(question.criteria());
            if (found.isPresent()) {
                suggested = longer(suggested, times(run.step(), found.get().steps()));
                supported = longer(
                        supported, run.step().multipliedBy((long) found.get().longestSupported()));
                runs++;
            }
        }
        return suggested == null && question.memory() == null
                ? null
                : new MemoryAdvice(question.memory(), suggested, supported, runs);
    }

    private static @Nullable Duration used(@Nullable MemoryAdvice memory) {
        if (memory == null) {
            return null;
        }
        return memory.declared() != null ? memory.declared() : memory.supported() ? memory.suggested() : null;
    }

    private Duration least(@Nullable Duration memory) {
        // No look comes before it has an error bar.
        Duration blocks =
                question.step().multipliedBy(FEWEST_PAIRS * question.criteria().looks());
        return memory == null ? blocks : longer(blocks, memory.multipliedBy(MEMORIES));
    }

    private long pairs(Duration least, List<CriterionPlan> criteria) {
        Duration longest = criteria.stream()
                .flatMap(criterion -> Optional.ofNullable(criterion.run()).stream())
                .map(run -> run.duration())
                .max(Comparator.naturalOrder())
                .map(duration -> longer(least, duration))
                .orElse(least);
        return Math.ceilDiv(longest.toMillis(), Math.max(1, question.step().toMillis()));
    }

    private boolean fits(Duration duration, List<CriterionPlan> criteria) {
        Duration maximum = question.maximumDuration();
        boolean shown =
                criteria.stream().allMatch(criterion -> !criterion.known() || criterion.good() && criterion.possible());
        return shown && (maximum == null || duration.compareTo(maximum) <= 0);
    }

    private static List<@Nullable Double> detectable(
            List<CriterionPlan> criteria, Duration duration, Duration pilotStep) {
        long pairs = duration.toMillis() / Math.max(1, pilotStep.toMillis());
        List<@Nullable Double> detectable = new ArrayList<>();
        for (CriterionPlan criterion : criteria) {
            detectable.add(
                    criterion.pilot() == null
                            ? null
                            : criterion.detectable(new Planner(criterion.pilot(), pilotStep, null), pairs));
        }
        return detectable;
    }

    private static Duration times(Duration step, double steps) {
        return Duration.ofMillis(Math.round(step.toMillis() * Math.ceil(steps)));
    }

    private static Duration longer(@Nullable Duration one, Duration other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }
}
