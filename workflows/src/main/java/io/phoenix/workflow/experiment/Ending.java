package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Outcome;

/** How the conducting of a run ended, before anything was cleaned up. */
sealed interface Ending {

    /** Nothing has ended: the run goes on with a fresh history. */
    record Continued() implements Ending {}

    /**
     * Analysed and decided.
     *
     * @param reason stable code beside the outcome
     */
    record Concluded(Outcome outcome, String reason, String message) implements Ending {
        static Concluded notPromoted(String reason, String message) {
            return new Concluded(Outcome.NOT_PROMOTED, reason, message);
        }
    }

    /** A step gave up. */
    record Failed(RunFailure failure) implements Ending {}

    /** Somebody, or the engine itself, told the run to end. */
    record Aborted(String message) implements Ending {}
}
