package io.phoenix.api.platform;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.management.endpoint.annotation.Read;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;

/** Metrics of this server and what experiments have found, in the Prometheus text format; only on the management port. */
@Replaces(io.micronaut.configuration.metrics.management.endpoint.MetricsEndpoint.class)
@Endpoint(id = "metrics", defaultSensitive = false)
public final class MetricsEndpoint {
    private final PrometheusMeterRegistry registry;
    private final ResultGauges results;

    MetricsEndpoint(PrometheusMeterRegistry registry, ResultGauges results) {
        this.registry = registry;
        this.results = results;
    }

    @Read(produces = "text/plain")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String scrape() {
        results.refresh(Clock.systemUTC().instant());
        return registry.scrape();
    }
}
