package io.phoenix.client;

import java.time.Instant;

/**
 * One generation of a target.
 *
 * @param changedBy id of an experiment, subject of a rollback, or {@code platform}
 * @param reason created, promoted, reverted or rolled_back
 */
public record TargetGenerationResponse(
        long generation, PipelineResponse pipeline, String hash, String changedBy, String reason, Instant at) {}
