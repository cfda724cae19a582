package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import java.util.Map;

/** Compensation and the last words of a run. */
final class Finish {
    private final RunParts parts;
    private final Run run;
    private final CleanUp cleanUp;

    Finish(RunParts parts) {
        this.parts = parts;
        this.run = parts.run();
        this.cleanUp = new CleanUp(parts);
    }

    void finish(Ending ending) {
        if (ending instanceof Ending.Concluded(Outcome outcome, String _, String message)
                && outcome == Outcome.PROMOTED) {
            run.tell("watch_passed", message);
        } else {
            run.enter(Phase.ROLLING_BACK, "cleaning up: " + message(ending));
        }
        run.expect("everything that the experiment started is removed", null);
        cleanUp.run();
        settle(ending);
        parts.journal().flush();
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    private void settle(Ending ending) {
        switch (ending) {
            case Ending.Concluded concluded -> conclude(concluded);
            case Ending.Failed(RunFailure failure) -> {
                run.ends(targetOf(Outcome.NOT_PROMOTED), failure.code(), failure.code());
                last(Phase.FAILED, failure.message());
            }
            case Ending.Aborted(String message) -> {
                run.ends(targetOf(Outcome.NOT_PROMOTED), "aborted", null);
                last(Phase.CANCELLED, message);
            }
            case Ending.Continued _ -> throw new IllegalStateException("a run that goes on has no end");
        }
    }

    private void conclude(Ending.Concluded concluded) {
        boolean left = concluded.outcome() == Outcome.REVERTED
                && cleanUp.reverted().filter(done -> !done).isPresent();
        if (left) {
            run.ends(Outcome.SUPERSEDED, "superseded", null);
        } else {
            run.ends(concluded.outcome(), concluded.reason(), null);
        }
        last(Phase.COMPLETED, concluded.message());
    }

    private Outcome targetOf(Outcome otherwise) {
        return cleanUp.reverted().filter(done -> done).isPresent() ? Outcome.REVERTED : otherwise;
    }

    private void last(Phase phase, String message) {
        run.enter(phase, message);
        String action = phase.name().toLowerCase(Locale.ROOT);
        parts.journal().audit("end", Commands.WORKFLOW, action, Map.of("message", message));
    }

    private static String message(Ending ending) {
        return switch (ending) {
            case Ending.Concluded(Outcome _, String _, String message) -> message;
            case Ending.Failed(RunFailure failure) -> failure.message();
            case Ending.Aborted(String message) -> message;
            case Ending.Continued _ -> "";
        };
    }
}
