package io.phoenix.simulator.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.phoenix.simulator.process.Host;
import io.phoenix.simulator.process.HostPopulation;
import io.phoenix.simulator.process.HostSnapshot;
import io.phoenix.simulator.process.ScrapePlan;
import io.phoenix.simulator.profile.Profile;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScrapeEncoderTest {
    private static final Instant ORIGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(requests(42, ORIGIN)).isEqualTo(requests(42, ORIGIN));
        assertThat(requests(42, ORIGIN)).isNotEqualTo(requests(43, ORIGIN));
    }

    /** Recorded once; it changes only when the model does, never with the machine, the JVM or its compiler. */
    @Test
    void theHistoryOfASeedIsTheSameOnEveryMachine() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        requests(42, ORIGIN).forEach(request -> digest.update(request.toByteArray()));

        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo("a739050bfc5a535f2ba25e6e19dfe4b2afd2f64d00d596e2f12127fd0229f9ba");
    }

    @Test
    void theWallClockShiftsTimesOnly() {
        HostSnapshot snapshot = aPopulation(42).advance();

        NumberDataPoint now = firstPoint(new ScrapeEncoder(ORIGIN).encode(snapshot));
        NumberDataPoint later = firstPoint(new ScrapeEncoder(ORIGIN.plusSeconds(60)).encode(snapshot));

        assertThat(later.getTimeUnixNano() - now.getTimeUnixNano()).isEqualTo(60_000_000_000L);
        assertThat(later.getStartTimeUnixNano() - now.getStartTimeUnixNano()).isEqualTo(60_000_000_000L);
        assertThat(later.toBuilder()
                        .clearTimeUnixNano()
                        .clearStartTimeUnixNano()
                        .build())
                .isEqualTo(now.toBuilder()
                        .clearTimeUnixNano()
                        .clearStartTimeUnixNano()
                        .build());
    }

    @Test
    void aProcessHasNineSeriesOnFirstSightAndTwelveAfterwards() {
        HostPopulation population = aPopulation(1);
        ScrapeEncoder encoder = new ScrapeEncoder(ORIGIN);

        ScrapeMessage first = encoder.encode(population.advance());
        ScrapeMessage second = encoder.encode(population.advance());

        assertThat(first.points()).isEqualTo(9L * first.request().getResourceMetricsCount());
        assertThat(first.request().getResourceMetricsList())
                .allMatch(process -> points(process).size() == 9);
        assertThat(second.request().getResourceMetricsList().getFirst())
                .matches(process -> points(process).size() == 12);
    }

    @Test
    void everyProcessIsAResourceWithTheScrapersAttributes() {
        ExportMetricsServiceRequest request =
                new ScrapeEncoder(ORIGIN).encode(aPopulation(1).advance()).request();

        Map<String, AnyValue> kernel = attributes(request.getResourceMetrics(1));

        assertThat(kernel.keySet())
                .containsExactlyInAnyOrder(
                        "process.pid",
                        "process.parent_pid",
                        "process.executable.name",
                        "process.executable.path",
                        "process.command",
                        "process.command_line",
                        "process.owner",
                        "host.name");
        assertThat(kernel.get("process.pid").getIntValue()).isEqualTo(2);
        assertThat(kernel.get("process.executable.name").getStringValue()).isEqualTo("kthreadd");
        assertThat(kernel.get("process.executable.path"))
                .isEqualTo(AnyValue.newBuilder().setStringValue("").build());
        assertThat(request.getResourceMetrics(1).getScopeMetrics(0).getScope().getName())
                .endsWith("receiver/hostmetricsreceiver/internal/scraper/processscraper");
    }

    /** Reference: metadata of the process scraper, opentelemetry-collector-contrib, documentation.md. */
    @Test
    void metricsHaveTheScrapersNamesUnitsAndKinds() {
        HostPopulation population = aPopulation(1);
        population.advance();
        ResourceMetrics process =
                new ScrapeEncoder(ORIGIN).encode(population.advance()).request().getResourceMetrics(0);

        assertThat(process.getScopeMetrics(0).getMetricsList())
                .extracting(ScrapeEncoderTest::shape)
                .containsExactly(
                        "process.cpu.time s counter double x3",
                        "process.cpu.utilization 1 gauge double x3",
                        "process.disk.io By counter int x2",
                        "process.memory.usage By level int x1",
                        "process.memory.virtual By level int x1",
                        "process.open_file_descriptors {count} level int x1",
                        "process.threads {threads} level int x1");
    }

    @Test
    void pointsOfAProcessShareItsTimesAndNoOtherProcessHasThem() {
        ExportMetricsServiceRequest request =
                new ScrapeEncoder(ORIGIN).encode(aPopulation(1).advance()).request();

        List<List<Long>> times = request.getResourceMetricsList().stream()
                .map(process -> points(process).stream()
                        .map(NumberDataPoint::getTimeUnixNano)
                        .distinct()
                        .toList())
                .toList();

        assertThat(times).allMatch(ofOne -> ofOne.size() == 1).doesNotHaveDuplicates();
        assertThat(request.getResourceMetricsList().stream().flatMap(process -> points(process).stream()))
                .allMatch(point -> point.getStartTimeUnixNano() <= point.getTimeUnixNano());
    }

    private static String shape(Metric metric) {
        List<NumberDataPoint> points = points(metric);
        String kind = metric.hasGauge() ? "gauge" : metric.getSum().getIsMonotonic() ? "counter" : "level";
        if (metric.hasSum()) {
            assertThat(metric.getSum().getAggregationTemporality())
                    .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        }
        String type = points.getFirst().hasAsDouble() ? "double" : "int";
        return "%s %s %s %s x%d".formatted(metric.getName(), metric.getUnit(), kind, type, points.size());
    }

    private static List<ExportMetricsServiceRequest> requests(long seed, Instant origin) {
        HostPopulation population = aPopulation(seed);
        ScrapeEncoder encoder = new ScrapeEncoder(origin);
        return Stream.generate(population::advance)
                .limit(60)
                .map(snapshot -> encoder.encode(snapshot).request())
                .toList();
    }

    private static HostPopulation aPopulation(long seed) {
        Host host = Host.fleet(seed, 1).getFirst();
        return new HostPopulation(
                host, Profile.named("realistic").population(), new ScrapePlan(seed, 60, Duration.ofSeconds(1)));
    }

    private static NumberDataPoint firstPoint(ScrapeMessage message) {
        return points(message.request().getResourceMetrics(0)).getFirst();
    }

    private static List<NumberDataPoint> points(ResourceMetrics process) {
        return process.getScopeMetrics(0).getMetricsList().stream()
                .flatMap(metric -> points(metric).stream())
                .toList();
    }

    private static List<NumberDataPoint> points(Metric metric) {
        return metric.hasGauge()
                ? metric.getGauge().getDataPointsList()
                : metric.getSum().getDataPointsList();
    }

    private static Map<String, AnyValue> attributes(ResourceMetrics process) {
        return process.getResource().getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }
}
