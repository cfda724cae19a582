package io.phoenix.api.relay;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.phoenix.workflow.codec.PhoenixDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.inject.Singleton;

/** The connection to the engine, opened by the first call: the server starts and answers while the engine is down. */
@Factory
public final class EngineFactory {
    @Singleton
    @Bean(preDestroy = "shutdownNow")
    WorkflowServiceStubs stubs(TemporalConfig config) {
        return WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(config.target())
                .build());
    }

    @Singleton
    WorkflowClient client(WorkflowServiceStubs stubs, TemporalConfig config) {
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setIdentity("phoenix-api")
                        .setDataConverter(PhoenixDataConverter.create())
                        .build());
    }
}
