package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * Where to find the experiment's workflow in the engine.
 *
 * @param runId null until the workflow has started
 * @param url in the engine's web UI; null when no UI is configured
 */
public record WorkflowLinkResponse(
        String namespace,
        String workflowId,
        @Nullable String runId,
        @Nullable String url) {}
