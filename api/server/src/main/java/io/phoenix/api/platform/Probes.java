package io.phoenix.api.platform;

import io.grpc.StatusRuntimeException;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.PhoenixException;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One look at each part that the server leans on; none takes longer than a second or two. */
@Singleton
final class Probes {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ExperimentId NOBODY = new ExperimentId(new UUID(0, 0));

    private final ExperimentStore experiments;
    private final WorkflowServiceStubs engine;
    private final PrometheusConfig prometheus;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Probes(ExperimentStore experiments, WorkflowServiceStubs engine, PrometheusConfig prometheus) {
        this.experiments = experiments;
        this.engine = engine;
        this.prometheus = prometheus;
    }

    boolean database() {
        try {
            return experiments.find(TenantId.DEFAULT, NOBODY).isEmpty();
        } catch (PhoenixException e) {
            return false;
        }
    }

    boolean engine() {
        try {
            return engine.blockingStub()
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                    .hasCapabilities();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    boolean metrics() {
        if (prometheus.url() == null) {
            return true;
        }
        HttpRequest request = HttpRequest.newBuilder(prometheus.url().resolve("/-/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
