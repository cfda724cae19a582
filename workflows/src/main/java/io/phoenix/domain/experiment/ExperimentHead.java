package io.phoenix.domain.experiment;

import io.phoenix.domain.analysis.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The state of an experiment as its workflow last reported it.
 *
 * @param verdict null unless the data were analysed
 * @param outcomeReason stable code beside the outcome, for example {@code verdict_reject} or {@code watch_breached}
 * @param errorCode stable code of a failed run
 * @param message one line for people: what happens now or why it ended
 * @param progress share of the whole run in [0, 1]
 */
public record ExperimentHead(
        Phase phase,
        boolean paused,
        double progress,
        @Nullable Verdict verdict,
        @Nullable Outcome outcome,
        @Nullable String outcomeReason,
        @Nullable Cleanup cleanup,
        @Nullable String errorCode,
        String message) {

    /** The state before the workflow has started. */
    public static ExperimentHead pending() {
        return new ExperimentHead(
                Phase.PENDING, false, 0, null, null, null, null, null, "waiting for the workflow to start");
    }
}
