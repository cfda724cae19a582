package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;

/**
 * The winner to be made the active pipeline of a target.
 *
 * @param fence generation seen with the reservation
 */
public record PromoteRequest(ExperimentRef ref, String target, long fence, ConfigHash winner) {}
