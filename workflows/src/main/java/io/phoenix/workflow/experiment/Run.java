package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a run is. Every change of it is shown in the engine's UI and told to the database. */
final class Run {
    private final Journal journal;
    private final Measuring measuring;
    private Phase phase = Phase.PENDING;
    private boolean paused;
    private boolean closing;
    private String message = ExperimentHead.pending().message();
    private String nextEvent = "";
    private @Nullable Instant nextAt;
    private @Nullable AnalysisSummary analysis;
    private @Nullable CostSummary cost;
    private @Nullable Outcome outcome;
    private @Nullable String outcomeReason;
    private @Nullable Cleanup cleanup;
    private @Nullable String errorCode;

    Run(Journal journal, Measuring measuring) {
        this.journal = journal;
        this.measuring = measuring;
    }

    /** Goes on where an earlier run of the same workflow stopped, which nobody needs to be told. */
    void resumeMeasuring(@Nullable AnalysisSummary earlier) {
        phase = Phase.RUNNING;
        message = "measuring with a fresh history";
        analysis = earlier;
    }

    Phase phase() {
        return phase;
    }

    boolean paused() {
        return paused;
    }

    boolean closing() {
        return closing;
    }

    Optional<AnalysisSummary> analysis() {
        return Optional.ofNullable(analysis);
    }

    void enter(Phase next, String what) {
        phase = next;
        Workflow.upsertTypedSearchAttributes(ExperimentAttributes.PHASE.valueSet(next.name()));
        expect("", null);
        tell("phase_changed", what);
    }

    /** Tells something that changes no phase. */
    void tell(String type, String what) {
        message = Words.printable(what);
        show();
        journal.project(type, head());
    }

    /** Tells something beside the run: its own message stays. */
    void note(String type, String what) {
        journal.project(type, head(), Words.printable(what));
    }

    /** Says what happens next, for people who look; nothing is recorded. */
    void expect(String event, @Nullable Instant at) {
        nextEvent = event;
        nextAt = at;
        show();
    }

    void pause(String what) {
        paused = true;
        tell("paused", what);
    }

    void resume(String what) {
        paused = false;
        tell("resumed", what);
    }

    void analysed(AnalysisSummary summary) {
        analysis = summary;
        Workflow.upsertTypedSearchAttributes(
                ExperimentAttributes.VERDICT.valueSet(summary.verdict().name()));
        if (summary.reduction() instanceof Double reduction) {
            Workflow.upsertTypedSearchAttributes(ExperimentAttributes.REDUCTION.valueSet(reduction));
        }
    }

    void priced(CostSummary summary) {
        cost = summary;
        if (summary.monthlySaving() != null) {
            Workflow.upsertTypedSearchAttributes(ExperimentAttributes.MONTHLY_SAVING.valueSet(
                    summary.monthlySaving().amount().doubleValue()));
        }
    }

    /** From here on no command changes how the run ends. */
    void close() {
        closing = true;
        paused = false;
    }

    void ends(Outcome found, String reason, @Nullable String error) {
        outcome = found;
        outcomeReason = reason;
        errorCode = error;
    }

    void cleanup(Cleanup state) {
        cleanup = state;
        Workflow.upsertTypedSearchAttributes(ExperimentAttributes.CLEANUP.valueSet(state.name()));
    }

    ExperimentHead head() {
        boolean decided = phase != Phase.FAILED && phase != Phase.CANCELLED;
        return new ExperimentHead(
                phase,
                paused,
                share(),
                decided && analysis != null ? analysis.verdict() : null,
                outcome,
                outcomeReason,
                cleanup,
                errorCode,
                message);
    }

    ExperimentProgress progress() {
        int looks = measuring.plannedLooks() > 1 ? measuring.looks() : analysis == null ? 0 : 1;
        return new ExperimentProgress(
                measuring.windows().size(),
                measuring.plannedWindows(),
                share(),
                nextEvent,
                nextAt,
                looks,
                measuring.plannedLooks());
    }

    ExperimentReportQuery report() {
        return new ExperimentReportQuery(analysis, cost);
    }

    private double share() {
        double measured = (double) measuring.measuredPoints() / measuring.plannedPoints();
        return switch (phase) {
            case PENDING -> 0;
            case INITIALIZING -> 0.02;
            case RUNNING -> 0.05 + 0.8 * measured;
            case ANALYZING -> 0.86;
            case AWAITING_APPROVAL -> 0.88;
            case PROMOTING -> 0.9;
            case ROLLING_BACK -> 0.95;
            case COMPLETED, FAILED, CANCELLED -> 1;
        };
    }

    private void show() {
        Workflow.setCurrentDetails(
                Details.of(head(), progress(), measuring.last().orElse(null), report()));
    }
}
