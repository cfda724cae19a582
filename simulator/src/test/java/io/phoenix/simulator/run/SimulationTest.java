package io.phoenix.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.phoenix.simulator.otlp.Delivery;
import io.phoenix.simulator.otlp.Endpoint;
import io.phoenix.simulator.otlp.GrpcMetricsSink;
import io.phoenix.simulator.otlp.MetricsSink;
import io.phoenix.simulator.otlp.RecordingReceiver;
import io.phoenix.simulator.otlp.ScrapeMessage;
import io.phoenix.simulator.profile.Profile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    private Path directory;

    @Test
    void deliversEveryMessageOnceAndCountsItsPoints() throws Exception {
        try (RecordingReceiver receiver = new RecordingReceiver()) {
            StatisticsSnapshot end = simulation(receiver.endpoint()).run();

            assertThat(receiver.sequences())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 4).boxed().toList());
            assertThat(end.messages()).isEqualTo(new StatisticsSnapshot.Messages(4, 0));
            assertThat(end.points().accepted())
                    .isEqualTo(receiver.requests().stream()
                            .mapToLong(SimulationTest::points)
                            .sum());
            assertThat(directory.resolve("ready")).exists();
            assertThat(directory.resolve("stats.json"))
                    .content()
                    .contains("\"experimentId\": \"exp-1\"", "\"messagesSent\": 4", "\"errors\": 0");
        }
    }

    @Test
    void dropsAndCountsWhatTheReceiverRefuses() throws Exception {
        try (RecordingReceiver receiver = new RecordingReceiver()) {
            receiver.answerWith(Status.UNAVAILABLE);

            StatisticsSnapshot end = simulation(receiver.endpoint()).run();

            assertThat(receiver.sequences()).doesNotHaveDuplicates().hasSize(4);
            assertThat(end.messages()).isEqualTo(new StatisticsSnapshot.Messages(0, 4));
            assertThat(end.errorsByCode()).containsOnlyKeys("UNAVAILABLE");
            assertThat(end.points().dropped()).isPositive();
            assertThat(directory.resolve("ready")).doesNotExist();
        }
    }

    @Test
    void countsPointsThatThePartialSuccessRejects() throws Exception {
        try (RecordingReceiver receiver = new RecordingReceiver()) {
            receiver.reject(3);

            StatisticsSnapshot end = simulation(receiver.endpoint()).run();

            assertThat(end.points().rejected()).isEqualTo(12);
            assertThat(end.points().accepted()).isEqualTo(end.points().sent() - 12);
        }
    }

    @Test
    void dropsWhatCannotBeDeliveredWithinAnIntervalAndGoesOnWhenTheReceiverComes() throws Exception {
        int port = freePort();
        Simulation simulation = simulation(new Endpoint("127.0.0.1", port), "200ms", "6s");
        Thread late = Thread.ofVirtual().start(() -> receiveLater(port, simulation));

        StatisticsSnapshot end = simulation.run();
        late.join();

        assertThat(end.messages().sent()).isPositive();
        assertThat(end.messages().dropped()).isPositive();
        assertThat(end.messages().sent() + end.messages().dropped()).isEqualTo(end.sequence());
    }

    @Test
    void aFailingLoopEndsTheRun() {
        MetricsSink broken = new MetricsSink() {
            @Override
            public Delivery offer(ScrapeMessage message, long sequence, Duration limit) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void reconnect() {}

            @Override
            public void close() {}
        };
        Simulation simulation = new Simulation(parameters("100ms", "500ms"), broken, reports(), "nowhere");

        assertThatThrownBy(simulation::run).hasMessageContaining("broken");
    }

    private void receiveLater(int port, Simulation simulation) {
        try {
            Thread.sleep(700);
            try (RecordingReceiver receiver = new RecordingReceiver(port)) {
                while (receiver.requests().size() < 4) {
                    Thread.sleep(20);
                }
                simulation.stop();
                Thread.sleep(300);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Simulation simulation(Endpoint endpoint) {
        return simulation(endpoint, "1s", "2s");
    }

    private Simulation simulation(Endpoint endpoint, String interval, String duration) {
        return new Simulation(
                parameters(interval, duration), GrpcMetricsSink.connect(endpoint), reports(), endpoint.toString());
    }

    private static SimulationParameters parameters(String interval, String duration) {
        Profile.Size size = new Profile.Size(2, 30, DurationText.parse(interval));
        return new SimulationParameters(Profile.named("realistic"), size, 1, DurationText.parse(duration));
    }

    private Reports reports() {
        return new Reports("exp-1", directory.resolve("stats.json"), directory.resolve("ready"));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static long points(ExportMetricsServiceRequest request) {
        return request.getResourceMetricsList().stream()
                .flatMap(process -> process.getScopeMetrics(0).getMetricsList().stream())
                .mapToLong(metric ->
                        metric.getSum().getDataPointsCount() + metric.getGauge().getDataPointsCount())
                .sum();
    }
}
