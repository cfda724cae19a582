package io.phoenix.workflow.experiment;

import io.temporal.failure.ApplicationFailure;
import java.util.Locale;

/**
 * Why a run does not take a command.
 *
 * @param message one sentence that names what won or what the run is doing
 */
record Refusal(Code code, String message) {

    /** Stable names of refusals. */
    enum Code {
        INVALID_REQUEST,
        NOT_AWAITING_APPROVAL,
        ALREADY_DECIDED,
        FOUR_EYES,
        NOT_RUNNING,
        ALREADY_PAUSED,
        NOT_PAUSED,
        FIRST_LOOK_PASSED,
        HORIZON_FIXED,
        MAXIMUM_DURATION_EXCEEDED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ApplicationFailure failure() {
        return ApplicationFailure.newNonRetryableFailure(message, code.text());
    }
}
