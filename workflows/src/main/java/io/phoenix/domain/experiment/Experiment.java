package io.phoenix.domain.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of an experiment as it is stored: intent and the projection of its workflow.
 *
 * @param sequence number of the projection, monotone per experiment; 0 before the first
 * @param timeScale factor on every wait, 1 for real time
 * @param startedBy subject that asked for the run
 */
public record Experiment(
        ExperimentRef ref,
        ExperimentSpec spec,
        ExperimentHead head,
        long sequence,
        double timeScale,
        String startedBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String runId) {}
