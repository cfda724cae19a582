package io.phoenix.simulator.otlp;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc.MetricsServiceBlockingStub;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** OTLP over plain-text gRPC. The sequence number travels as call metadata, so it changes no series. */
public final class GrpcMetricsSink implements MetricsSink {
    /** Carries the sequence number of a message. */
    public static final Metadata.Key<String> SEQUENCE =
            Metadata.Key.of("phoenix-simulator-sequence", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;
    private final MetricsServiceBlockingStub stub;

    GrpcMetricsSink(ManagedChannelBuilder<?> builder) {
        // A retry could hand the same points over twice, which would make counters of accepted points useless as a
        // check.
        channel = builder.disableRetry().build();
        stub = MetricsServiceGrpc.newBlockingStub(channel).withWaitForReady();
    }

    public static GrpcMetricsSink connect(Endpoint endpoint) {
        return new GrpcMetricsSink(ManagedChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                .usePlaintext());
    }

    @Override
    public Delivery offer(ScrapeMessage message, long sequence, Duration limit) {
        Metadata headers = new Metadata();
        headers.put(SEQUENCE, Long.toString(sequence));
        try {
            ExportMetricsPartialSuccess partial = stub.withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .export(message.request())
                    .getPartialSuccess();
            return new Delivery.Accepted(partial.getRejectedDataPoints(), partial.getErrorMessage());
        } catch (StatusRuntimeException e) {
            Status status = e.getStatus();
            return new Delivery.Failed(status.getCode().name(), firstLine(status.getDescription()));
        }
    }

    @Override
    public void reconnect() {
        if (channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            channel.resetConnectBackoff();
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** gRPC puts the stack trace of a failed connection into the description. */
    private static String firstLine(@Nullable String description) {
        return description == null ? "" : description.lines().findFirst().orElse("");
    }
}
