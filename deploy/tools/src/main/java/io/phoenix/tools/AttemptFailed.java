package io.phoenix.tools;

/** Why one way to a tool does not lead to it, as the middle of a sentence; the caller turns to the next way. */
final class AttemptFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    AttemptFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
