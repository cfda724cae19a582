package io.phoenix.api.report;

import io.phoenix.activity.analysis.report.Section;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.shape.DurationText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked of a run and what was decided, by whom and when. */
final class Decisions {
    private static final Set<String> OF_PEOPLE =
            Set.of("approved", "rejected", "aborted", "paused", "resumed", "extended");

    private final List<List<String>> rows = new ArrayList<>();

    private Decisions() {}

    static List<Section> of(Report report) {
        Decisions decisions = new Decisions();
        decisions.rows.add(List.of("at", "what", "by", "in words"));
        decisions.asked(report.experiment());
        decisions.decided(report);
        return List.of(new Section.Heading("What was asked, and who decided what"), new Section.Grid(decisions.rows));
    }

    private void asked(Experiment experiment) {
        String description = Objects.requireNonNullElse(experiment.spec().description(), "");
        row(experiment.createdAt(), "asked", experiment.startedBy(), description.isBlank() ? "-" : description);
        row(
                experiment.createdAt(),
                "promotion",
                experiment.startedBy(),
                policy(experiment.spec().decision()));
    }

    private static String policy(DecisionPolicy policy) {
        String watch = "; then watched for " + DurationText.format(policy.watch());
        return switch (policy.promotion()) {
            case AUTOMATIC -> "a candidate that wins is promoted without asking" + watch;
            case MANUAL ->
                "a candidate that wins waits "
                        + DurationText.format(policy.approval().deadline())
                        + " for a person" + (policy.approval().fourEyes() ? " other than who asked" : "")
                        + ", then: " + policy.approval().onTimeout().name().toLowerCase(Locale.ROOT) + watch;
            case NEVER -> "nothing is promoted, whoever wins";
        };
    }

    private void decided(Report report) {
        AnalysisResult analysis = report.analysis();
        if (analysis != null) {
            row(null, "verdict", "the decision rule", analysis.verdict() + ", from the stored series alone");
        }
        report.events().stream()
                .filter(event -> OF_PEOPLE.contains(event.type()))
                .forEach(event -> row(event.at(), event.type(), author(event), event.message()));
        ExperimentHead head = report.experiment().head();
        if (head.outcome() != null) {
            row(report.experiment().endedAt(), "outcome", by(head.outcomeReason()), head.message());
        }
    }

    /** The message is "approved by NAME: why". */
    private static String author(ExperimentEvent event) {
        String message = event.message();
        int by = message.indexOf(" by ");
        return by < 0 ? "-" : message.substring(by + 4).replaceFirst(": .*", "");
    }

    private static String by(@Nullable String reason) {
        return switch (Objects.requireNonNullElse(reason, "")) {
            case "promoted_by_policy", "promotion_never" -> "the specification";
            case "approved", "rejected" -> "a person, see above";
            case "approved_by_default", "approval_timed_out" -> "the specification, since nobody spoke in time";
            case String verdict when verdict.startsWith("verdict_") -> "the verdict";
            default -> "Phoenix (" + reason + ")";
        };
    }

    /** A fraction of one tells nobody anything. */
    static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void row(@Nullable Instant at, String what, String by, String words) {
        rows.add(List.of(at == null ? "-" : seconds(at), what, by, words));
    }
}
