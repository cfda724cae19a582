package io.phoenix.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the engine is.
 *
 * @param target host:port of its frontend
 */
@ConfigurationProperties("phoenix.temporal")
public record TemporalConfig(
        @Bindable(defaultValue = "127.0.0.1:7233") String target,
        @Bindable(defaultValue = "phoenix") String namespace) {}
