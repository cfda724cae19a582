package io.phoenix.collector;

import io.phoenix.domain.pipeline.ConfigHash;
import java.util.Map;
import java.util.Objects;

/**
 * A collector to run.
 *
 * @param name for messages, for example {@code baseline}
 * @param hash of the configuration
 * @param yaml the configuration
 * @param memoryMebibytes above this its garbage collector works harder before it grows on
 * @param variables that the configuration refers to besides the collector's own ports
 */
public record CollectorSpec(
        String name, ConfigHash hash, String yaml, int memoryMebibytes, Map<String, String> variables) {
    public CollectorSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(yaml, "yaml");
        variables = Map.copyOf(variables);
    }
}
