package io.phoenix.api.relay;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine is.
 *
 * @param target host:port of its frontend
 * @param uiUrl address of its web UI, null when there is none
 */
@ConfigurationProperties("phoenix.temporal")
public record TemporalConfig(
        @Bindable(defaultValue = "127.0.0.1:7233") String target,
        @Bindable(defaultValue = "phoenix") String namespace,
        @Nullable String uiUrl) {}
