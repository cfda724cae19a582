package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * A place where a pipeline runs for good.
 *
 * @param kind LOCAL or KUBERNETES
 * @param active the pipeline it runs
 * @param activeHash SHA-256 of the configuration, as the running collector reports it
 * @param generation rises by one with every change of the active pipeline
 * @param holder id of the experiment that holds the lease now
 */
public record TargetResponse(
        String name,
        String kind,
        PipelineResponse active,
        String activeHash,
        long generation,
        @Nullable String holder) {}
