package io.phoenix.worker;

import com.uber.m3.tally.Scope;
import io.grpc.StatusRuntimeException;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.phoenix.workflow.experiment.ExperimentAttributes;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.List;
import java.util.Set;

/** The connection to the engine; it heals by itself when the engine goes and comes back. */
final class Engine {
    private final TemporalConfig config;
    private final WorkflowServiceStubs service;

    Engine(TemporalConfig config, Scope metrics) {
        this.config = config;
        this.service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.target())
                .setMetricsScope(metrics)
                .build());
    }

    WorkflowClient client() {
        return WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setDataConverter(PhoenixDataConverter.create())
                        .build());
    }

    /** Whether the namespace answers. */
    boolean reachable() {
        try {
            return service.blockingStub()
                    .withDeadlineAfter(java.time.Duration.ofSeconds(3))
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(config.namespace())
                            .build())
                    .hasNamespaceInfo();
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** Names of search attributes that the namespace does not know. */
    List<String> missingSearchAttributes() {
        Set<String> known = OperatorServiceGrpc.newBlockingStub(service.getRawChannel())
                .listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(config.namespace())
                        .build())
                .getCustomAttributesMap()
                .keySet();
        return ExperimentAttributes.ALL.stream()
                .map(attribute -> attribute.getName())
                .filter(name -> !known.contains(name))
                .toList();
    }

    void close() {
        service.shutdownNow();
    }

    @Override
    public String toString() {
        return config.target() + ", namespace " + config.namespace();
    }
}
