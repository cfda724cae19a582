package io.phoenix.workflow.experiment;

import io.phoenix.domain.pipeline.ConfigHash;

/**
 * A promotion that was decided and applied.
 *
 * @param generation of the target since then
 * @param previous what ran before, for the way back
 */
public record Promotion(String target, long generation, ConfigHash active, ConfigHash previous) {}
