package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.planning.CriterionPlan.Scale;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a run that is as long as its plan says would most likely end undecided, if its candidates do what the pilot's did: it
 * has less than an even chance to show what is expected. A criterion that the pilot breaks is none of them: the run would
 * decide, by a rejection; so is none while another candidate would decide, for the best candidate's verdict is the run's.
 *
 * <p>The length that counts is {@code timing.duration}, with several looks {@code timing.maximumDuration}: a run with one
 * look is extended by itself only for samples that are missing, never for a wide error bar, which would be a second look.
 */
public final class Undecidable {
    private final PlanQuestion question;
    private final Duration horizon;
    private final List<Violation> violations = new ArrayList<>();

    private Undecidable(PlanQuestion question, Duration horizon) {
        this.question = question;
        this.horizon = horizon;
    }

    /** @param shown per criterion, the weakest effect that the plan's length shows; null: unknown */
    public static List<Violation> of(
            PlanQuestion question, Duration horizon, List<CriterionPlan> criteria, List<@Nullable Double> shown) {
        Set<String> broken = criteria.stream()
                .filter(criterion -> criterion.known() && !criterion.good())
                .map(CriterionPlan::candidate)
                .collect(Collectors.toSet());
        Map<String, List<Violation>> byCandidate = new LinkedHashMap<>();
        for (int i = 0; i < criteria.size(); i++) {
            CriterionPlan criterion = criteria.get(i);
            if (!broken.contains(criterion.candidate())) {
                Undecidable found = new Undecidable(question, horizon);
                found.criterion(criterion, shown.get(i));
                byCandidate
                        .computeIfAbsent(criterion.candidate(), candidate -> new ArrayList<>())
                        .addAll(found.violations);
            }
        }
        return byCandidate.values().stream().anyMatch(List::isEmpty)
                ? List.of()
                : byCandidate.values().stream().flatMap(List::stream).toList();
    }

    private void criterion(CriterionPlan criterion, @Nullable Double shown) {
        if (!criterion.known()) {
            return;
        }
        Precision precision = criterion.precision();
        if (criterion.lacksHostsForEvenOdds()) {
            refuse(
                    "/input",
                    "too_few_hosts",
                    criterion.available() + " hosts are too few to decide on " + subject(criterion) + ", "
                            + Objects.requireNonNullElse(precision.hosts(), precision.evenHosts()) + " are needed: "
                            + expected(criterion) + ", and a longer run does not help");
        } else if (precision.evenRun() == null) {
            refuse(
                    criterion.role().equals("goal") ? "/criteria/goals" : "/criteria/guardrails",
                    "too_close",
                    "no run decides on " + subject(criterion) + ": " + expected(criterion) + "; ask for another limit");
        } else if (!precision.evenWithin(horizon)) {
            tooShort(criterion, Objects.requireNonNullElse(precision.run(), precision.evenRun()), shown);
        }
    }

    private void tooShort(CriterionPlan criterion, RunPlan run, @Nullable Double shown) {
        String field = question.criteria().sequential() ? "maximumDuration" : "duration";
        String needed = text(rounded(run.duration()));
        refuse(
                "/timing/" + field,
                "too_short_to_decide",
                text(horizon) + " is too short to decide on " + subject(criterion) + ", " + needed + " is needed: "
                        + expected(criterion) + ", and " + text(horizon) + " show " + said(criterion, shown)
                        + (criterion.role().equals("goal") ? " or more" : " or less")
                        + "; write timing." + field + ": " + needed + alsoMaximum(run));
    }

    /** Nobody may have asked for an extension, and a limit below the duration would be the next mistake. */
    private String alsoMaximum(RunPlan run) {
        Duration maximum = question.maximumDuration();
        return maximum != null && maximum.compareTo(horizon) > 0 && !run.fits(maximum)
                ? ", and no less for timing.maximumDuration"
                : "";
    }

    /** Up to whole steps of the plan. */
    private Duration rounded(Duration duration) {
        long step = Math.max(1, question.step().toMillis());
        return Duration.ofMillis(Math.ceilDiv(duration.toMillis(), step) * step);
    }

    static String subject(CriterionPlan criterion) {
        String what = criterion.role().equals("goal")
                ? "the saving of "
                : criterion.scale() == Scale.RATIO ? "the change of " : "the excess of ";
        return what + criterion.metric() + " of " + criterion.candidate();
    }

    private static String expected(CriterionPlan criterion) {
        String limit = said(criterion, criterion.limit());
        return (criterion.role().equals("goal")
                        ? "at least " + limit + " is asked"
                        : "at most " + limit + " is allowed")
                + ", " + said(criterion, criterion.expected()) + " is expected";
    }

    /** A ratio as people read it: a saving of a goal, a change of a guardrail. */
    private static String said(CriterionPlan criterion, @Nullable Double value) {
        double number = Objects.requireNonNullElse(value, Double.NaN);
        if (criterion.role().equals("goal")) {
            return String.format(Locale.ROOT, "%.1f %%", (1 - number) * 100);
        }
        return criterion.scale() == Scale.RATIO
                ? String.format(Locale.ROOT, "%+.1f %%", (number - 1) * 100)
                : String.format(Locale.ROOT, "%.4g", number);
    }

    private static String text(Duration duration) {
        return ProposalTree.text(duration);
    }

    private void refuse(String pointer, String code, String message) {
        violations.add(new Violation(pointer, code, message));
    }
}
