package io.phoenix.simulator.otlp;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real OTLP/gRPC receiver on loopback that keeps what it accepts. */
public final class RecordingReceiver extends MetricsServiceGrpc.MetricsServiceImplBase implements AutoCloseable {
    private static final Context.Key<String> SEQUENCE = Context.key("sequence");

    private final List<Long> sequences = new CopyOnWriteArrayList<>();
    private final List<ExportMetricsServiceRequest> requests = new CopyOnWriteArrayList<>();
    private final Server server;
    private volatile Status answer = Status.OK;
    private volatile long rejectedPoints;

    public RecordingReceiver() throws IOException {
        this(0);
    }

    public RecordingReceiver(int port) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(ServerInterceptors.intercept(this, new SequenceInterceptor()))
                .build()
                .start();
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.getPort());
    }

    public void answerWith(Status status) {
        answer = status;
    }

    public void reject(long points) {
        rejectedPoints = points;
    }

    public List<Long> sequences() {
        return List.copyOf(sequences);
    }

    public List<ExportMetricsServiceRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void export(ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> observer) {
        sequences.add(Long.parseLong(SEQUENCE.get()));
        if (!answer.isOk()) {
            observer.onError(answer.asRuntimeException());
            return;
        }
        requests.add(request);
        observer.onNext(ExportMetricsServiceResponse.newBuilder()
                .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder().setRejectedDataPoints(rejectedPoints))
                .build());
        observer.onCompleted();
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination();
    }

    private static final class SequenceInterceptor implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            Context context = Context.current().withValue(SEQUENCE, headers.get(GrpcMetricsSink.SEQUENCE));
            return Contexts.interceptCall(context, call, headers, next);
        }
    }
}
