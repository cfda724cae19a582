package io.phoenix.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;

/**
 * Where measurements are read.
 *
 * @param timeout of one query
 */
@ConfigurationProperties("phoenix.prometheus")
public record PrometheusConfig(
        @Bindable(defaultValue = "http://127.0.0.1:9090") URI url,
        @Bindable(defaultValue = "5s") Duration timeout) {}
