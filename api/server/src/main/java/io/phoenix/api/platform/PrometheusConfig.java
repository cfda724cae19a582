package io.phoenix.api.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where measurements come from.
 *
 * @param url base address; null: not watched by this server
 */
@ConfigurationProperties("phoenix.prometheus")
public record PrometheusConfig(@Nullable URI url) {}
