package io.phoenix.workflow.experiment;

import io.temporal.failure.ApplicationFailure;

/**
 * The refusal of an Update by its validator. An application failure thrown there would lose its type on the way to the
 * caller; the failure converter of Phoenix turns this one into it at the last moment.
 */
public final class RefusedCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RefusedCommandException(Refusal refusal) {
        super(refusal.message());
        this.code = refusal.code().text();
    }

    /** What the caller of the Update receives: the type is the stable code. */
    public ApplicationFailure failure() {
        return ApplicationFailure.newNonRetryableFailure(getMessage(), code);
    }
}
