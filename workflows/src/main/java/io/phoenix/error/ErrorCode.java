package io.phoenix.error;

/**
 * The stable name of what went wrong, the same in failures of activities, problem replies and the command line.
 *
 * <p>{@link #retryable()} says whether trying the same call again may succeed; HTTP statuses are not known here.
 */
public enum ErrorCode {
    INVALID_SPEC("invalid_spec", false),
    INVALID_REQUEST("invalid_request", false),
    INVALID_PIPELINE("invalid_pipeline", false),
    NOT_FOUND("not_found", false),
    CONFLICT("conflict", false),
    NOT_AWAITING_APPROVAL("not_awaiting_approval", false),
    ALREADY_DECIDED("already_decided", false),
    TARGET_BUSY("target_busy", false),
    SUPERSEDED("superseded", false),
    IDEMPOTENCY_KEY_REUSED("idempotency_key_reused", false),
    DENIED("denied", false),
    UNAUTHENTICATED("unauthenticated", false),
    /** What another version of Phoenix has stored and this one does not understand. */
    UNREADABLE("unreadable", false),
    QUOTA_EXCEEDED("quota_exceeded", false),
    FOREIGN_OBJECT("foreign_object", false),
    DEPLOYMENT_FAILED("deployment_failed", false),
    NOT_READY("not_ready", true),
    LOAD_FAILED("load_failed", false),
    NO_INPUT("no_input", false),
    CLEANUP_BLOCKED("cleanup_blocked", true),
    TOOL_UNAVAILABLE("tool_unavailable", false),
    PORT_TAKEN("port_taken", false),
    UPSTREAM_UNAVAILABLE("upstream_unavailable", true),
    UPSTREAM_REJECTED("upstream_rejected", false),
    INTERNAL("internal", false);

    private final String code;
    private final boolean retryable;

    ErrorCode(String code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    /** Whether {@code code} is an answer that was to be expected, and no fault that anybody has to look into. */
    public static boolean isRefusal(String code) {
        return code.equals(TARGET_BUSY.code) || code.equals(SUPERSEDED.code) || code.equals(INVALID_PIPELINE.code);
    }
}
