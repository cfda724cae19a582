package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import java.util.Objects;

/** How a command ends, for scripts. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int ERROR = 1;
    public static final int USAGE = 2;
    /** The candidate lost; only when the verdict was asked for. */
    public static final int REJECTED = 3;
    /** The key is missing, unknown or may not do that. */
    public static final int ACCESS = 4;
    /** The data do not decide or cannot be trusted; only when the verdict was asked for. */
    public static final int UNDECIDED = 5;
    /** The experiment was aborted. */
    public static final int ABORTED = 6;
    /** What was waited for did not come in time. */
    public static final int TIMEOUT = 7;
    /** A person has to approve first. */
    public static final int APPROVAL = 8;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** For a run that has ended; its verdict counts only when it was asked for. */
    static int of(ExperimentResponse ended, boolean byVerdict) {
        return switch (ended.phase()) {
            case "FAILED" -> ERROR;
            case "CANCELLED" -> ABORTED;
            default -> byVerdict ? ofVerdict(Objects.requireNonNullElse(ended.verdict(), "")) : DONE;
        };
    }

    /** For a verdict that was asked for. */
    static int ofVerdict(String verdict) {
        return switch (verdict) {
            case "PROMOTE" -> DONE;
            case "REJECT" -> REJECTED;
            default -> UNDECIDED;
        };
    }
}
