package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.planning.RunProposal.Advice;
import io.phoenix.activity.analysis.planning.RunProposal.MemoryAdvice;
import io.phoenix.domain.experiment.Criteria;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody should know before the start, the weightiest first. */
public final class PlanningAdvice {
    private final List<Advice> advice = new ArrayList<>();

    private PlanningAdvice() {}

    /** @param pilot the earlier run to plan by; null: there is none */
    public static List<Advice> of(
            PlanQuestion question,
            Duration duration,
            @Nullable MemoryAdvice memory,
            List<CriterionPlan> criteria,
            @Nullable PilotSampling pilot) {
        PlanningAdvice found = new PlanningAdvice();
        found.length(question, duration);
        found.looks(question.criteria(), criteria);
        for (CriterionPlan criterion : criteria) {
            found.criterion(criterion);
            found.chance(criterion, question.horizon());
        }
        found.memory(memory);
        found.pilot(question.step(), pilot);
        return List.copyOf(found.advice);
    }

    private void pilot(Duration step, @Nullable PilotSampling pilot) {
        if (pilot == null) {
            say(
                    "NO_PILOT",
                    "There is no earlier run to plan by, so this is the least length of any run: run it once, then ask again.");
        } else if (pilot.thinned()) {
            say(
                    "PILOT_STEP",
                    "The pilot was sampled every " + text(pilot.interval()) + ": in each step of " + text(pilot.step())
                            + " its last sample counts.");
        } else if (!pilot.step().equals(step)) {
            say(
                    "PILOT_STEP",
                    "The pilot was sampled every " + text(pilot.step()) + ", the run's step is " + text(step)
                            + ": each of its pairs, and of those that a criterion needs, stands for "
                            + text(pilot.step()) + ". A pilot in the run's step tells more.");
        }
    }

    private void length(PlanQuestion question, Duration duration) {
        Duration maximum = question.maximumDuration();
        Duration planned = question.duration();
        if (maximum != null && duration.compareTo(maximum) > 0) {
            say(
                    "EXCEEDS_MAXIMUM_DURATION",
                    "The run needs " + text(duration) + ", timing.maximumDuration is " + text(maximum)
                            + ", so it may end undecided: raise timing.maximumDuration or ask for less.");
        } else if (!question.criteria().sequential() && planned != null && duration.compareTo(planned) > 0) {
            say(
                    "LONGER_THAN_PLANNED",
                    "The run needs " + text(duration) + ", timing.duration is " + text(planned)
                            + ": write timing.duration: " + text(duration) + ".");
        }
    }

    private void looks(Criteria criteria, List<CriterionPlan> plans) {
        if (!criteria.sequential()) {
            return;
        }
        long candidates = Math.max(
                1, plans.stream().map(CriterionPlan::candidate).distinct().count());
        FinalLook last = FinalLook.of(criteria, (1 - criteria.confidence()) / candidates);
        String share = candidates == 1 ? "" : ", the share of each of " + candidates + " candidates";
        String futility = last.futility() == 0
                ? ""
                : ", and an end for futility below a chance of " + percent(last.futility()) + " leaves a chance of "
                        + percent(last.goal().power()) + " to be planned for";
        say(
                "LOOKS",
                "Goals are planned for the last of " + last.looks() + " looks, where the spending "
                        + lower(criteria.spending()) + " leaves a level of " + percent(last.level()) + " of "
                        + percent(last.risk()) + share + futility + ": " + percent(last.inflation() - 1)
                        + " more pairs than with one look. An earlier look may end the run.");
    }

    private void criterion(CriterionPlan criterion) {
        String subject = criterion.metric() + " of " + criterion.candidate();
        if (!criterion.known()) {
            say("NOT_IN_PILOT", "The pilot says nothing of " + subject + ".");
        } else if (!criterion.good()) {
            say(
                    "WRONG_SIDE",
                    subject + " is expected at " + number(criterion.expected()) + " and must stay below "
                            + number(criterion.limit()) + ": no length of the run makes it pass.");
        } else if (criterion.lacksHosts()) {
            say(
                    "TOO_FEW_HOSTS",
                    subject + " is judged over hosts and needs " + criterion.hosts() + " of them, there are "
                            + criterion.available() + ": a longer run does not help.");
        } else if (!criterion.possible()) {
            say("TOO_CLOSE", subject + " is expected so close to its limit that no run tells them apart.");
        } else if (criterion.hosts() != null) {
            say(
                    "HOSTS_ARE_REPLICATES",
                    subject + " is judged over hosts: " + criterion.hosts() + " hosts show it, a longer run does not.");
        }
    }

    /** Between an even chance and the planned one a run is worth its start, and whoever starts it should know. */
    private void chance(CriterionPlan criterion, @Nullable Duration horizon) {
        RunPlan run = criterion.precision().run();
        if (horizon == null
                || run == null
                || !criterion.good()
                || criterion.precision().within(horizon)) {
            return;
        }
        String chance = criterion.precision().evenWithin(horizon)
                ? "a chance below " + percent(criterion.target().power())
                : "less than an even chance";
        say(
                "UNDERPOWERED",
                text(horizon) + " have " + chance + " to decide on " + Undecidable.subject(criterion) + "; "
                        + text(run.duration()) + " have "
                        + percent(criterion.target().power()) + ".");
    }

    private void memory(@Nullable MemoryAdvice memory) {
        if (memory == null) {
            say(
                    "MEMORY_UNKNOWN",
                    "timing.memory is not declared and no earlier run shows one: the verdict will say MEMORY_UNKNOWN.");
            return;
        }
        Duration suggested = memory.suggested();
        Duration declared = memory.declared();
        if (suggested == null) {
            return;
        }
        if (!memory.supported()) {
            say(
                    "MEMORY_UNSUPPORTED",
                    "Earlier runs hint at a memory of " + text(suggested) + " and are too short to show it: one of "
                            + text(suggested.multipliedBy(24)) + " would.");
        } else if (declared == null) {
            say(
                    "MEMORY_SUGGESTED",
                    "Earlier runs show a memory of " + text(suggested) + ": write timing.memory: " + text(suggested)
                            + ".");
        } else if (suggested.compareTo(declared) > 0) {
            say(
                    "MEMORY_TOO_SHORT",
                    "Earlier runs show a memory of " + text(suggested) + ", timing.memory is " + text(declared) + ".");
        }
    }

    private void say(String code, String message) {
        advice.add(new Advice(code, message));
    }

    private static String text(Duration duration) {
        return ProposalTree.text(duration);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "?" : String.format(Locale.ROOT, "%.4g", value);
    }
}
