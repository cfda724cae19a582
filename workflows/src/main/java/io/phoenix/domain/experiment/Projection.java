package io.phoenix.domain.experiment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a workflow as the database learns it.
 *
 * @param sequence monotone per experiment; an older one never overwrites a newer one
 * @param type stable name of the event, for example {@code phase_changed} or {@code window_measured}
 * @param note what the event says when that is not what the head says from now on
 */
public record Projection(
        ExperimentRef ref,
        long sequence,
        String type,
        ExperimentHead head,
        Instant at,
        @Nullable String runId,
        @Nullable String note) {
    public Projection {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(at, "at");
    }

    /** An event that says what the head says. */
    public Projection(
            ExperimentRef ref, long sequence, String type, ExperimentHead head, Instant at, @Nullable String runId) {
        this(ref, sequence, type, head, at, runId, null);
    }
}
