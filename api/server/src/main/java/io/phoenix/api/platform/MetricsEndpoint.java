package io.phoenix.api.platform;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;

/** Metrics of this server in the Prometheus text format; only on the management port. */
@Replaces(io.micronaut.configuration.metrics.management.endpoint.MetricsEndpoint.class)
@Endpoint(id = "metrics", defaultSensitive = false)
public final class MetricsEndpoint {
    private final PrometheusMeterRegistry registry;

    MetricsEndpoint(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Read(produces = "text/plain")
    String scrape() {
        return registry.scrape();
    }
}
