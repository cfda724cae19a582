package io.phoenix.workflow.experiment;

import io.temporal.activity.ActivityInterface;

/** Configurations from templates. */
@ActivityInterface
public interface PipelineActivities {

    /**
     * Renders every variant and the source, lets the collector itself validate each, and stores the texts by hash.
     * Idempotent by the content. Runs on the task queue of the target, where the exact collector is.
     *
     * <p>Final: {@code invalid_pipeline} with the collector's own message.
     */
    RenderedVariants renderPipelines(RenderRequest request);
}
