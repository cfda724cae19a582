package io.phoenix.domain.target;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import java.time.Instant;

/**
 * One entry of a target's history.
 *
 * @param changedBy experiment id, subject of a rollback, or {@code platform}
 * @param reason stable code: {@code created}, {@code promoted}, {@code reverted} or {@code rolled_back}
 */
public record TargetGeneration(
        long generation, PipelineRef pipeline, ConfigHash hash, String changedBy, String reason, Instant at) {}
