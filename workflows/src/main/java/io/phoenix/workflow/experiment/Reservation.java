package io.phoenix.workflow.experiment;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetKind;

/**
 * The lease of a target as an experiment holds it.
 *
 * @param taskQueue where activities that touch the target's collectors run
 * @param fence generation at the time of the lease; promotion compares with it
 * @param active what the target runs now, the baseline when the spec names none
 */
public record Reservation(
        String target, TargetKind kind, String taskQueue, long fence, PipelineRef active, ConfigHash activeHash) {}
