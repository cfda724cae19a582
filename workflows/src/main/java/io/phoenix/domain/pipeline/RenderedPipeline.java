package io.phoenix.domain.pipeline;

import java.util.Objects;

/**
 * The text of a collector configuration and the hash that the running collector reports of itself.
 *
 * @param yaml complete configuration; ports are {@code ${env:...}} references, so one text serves every place it runs in
 * @param hash over the text with an empty value of the resource attribute {@code phoenix.config.hash}
 */
public record RenderedPipeline(PipelineRef ref, ConfigHash hash, String yaml) {
    public RenderedPipeline {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(yaml, "yaml");
    }
}
