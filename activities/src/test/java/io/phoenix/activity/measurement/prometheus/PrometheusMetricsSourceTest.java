package io.phoenix.activity.measurement.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.measurement.InstantSample;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.activity.measurement.RangeSeries;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusMetricsSourceTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:10Z");
    private static final RangeQuery QUERY =
            new RangeQuery("up{a=\"b\"} + 1", FIRST, FIRST.plusSeconds(40), Duration.ofSeconds(10));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void putsEverySampleOnTheGrid() throws IOException {
        RangeReply reply = range("complete.json");

        assertThat(reply.warnings()).isEmpty();
        assertThat(reply.series())
                .extracting(series -> series.labels().get("phoenix_variant"))
                .containsExactly("baseline", "candidate");
        assertThat(reply.series().getLast().values()).containsExactly(310, 320, 330, 340, 350);
    }

    @Test
    void aGapIsMissingAndNotZero() throws IOException {
        RangeSeries series = range("gaps.json").series().getFirst();

        assertThat(series.values()).containsExactly(610, Double.NaN, 630, 640, Double.NaN);
    }

    @Test
    void dropsNotANumberAndCountsTheInfinite() throws IOException {
        RangeSeries series = range("nan-and-infinity.json").series().getFirst();

        assertThat(series.values()).containsExactly(Double.NaN, 1, Double.NaN, 1, 1);
        assertThat(series.infinite()).isEqualTo(1);
    }

    @Test
    void anEmptyReplyHasNoSeries() throws IOException {
        assertThat(range("empty.json").series()).isEmpty();
    }

    @Test
    void keepsWarnings() throws IOException {
        RangeReply reply = range("warnings.json");

        assertThat(reply.warnings()).singleElement().asString().contains("quantile value should be between 0 and 1");
        assertThat(reply.series()).hasSize(1);
    }

    @Test
    void readsAnInstant() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(200, "instant.json")) {
            List<InstantSample> samples = source(prometheus.url(), PATIENCE).instant("x", FIRST);

            assertThat(samples).containsExactly(new InstantSample(Map.of("phoenix_variant", "baseline"), 610));
        }
    }

    @Test
    void asksForTheGridInABodyOfAnyLength() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(200, "empty.json")) {
            source(prometheus.url(), PATIENCE).range(QUERY);

            assertThat(prometheus.requests)
                    .singleElement()
                    .asString()
                    .startsWith("POST /api/v1/query_range ")
                    .contains("query=up{a=\"b\"} + 1", "start=1767225610.000", "end=1767225650.000", "step=10.0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, bad-data.json, unclosed left parenthesis",
        "422, execution.json, many-to-many",
        "404, sign-in.html, 404"
    })
    void aRefusalIsFinalAndQuoted(int status, String file, String words) throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(status, file)) {
            assertThatThrownBy(() -> source(prometheus.url(), PATIENCE).range(QUERY))
                    .isInstanceOfSatisfying(
                            PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_REJECTED))
                    .hasMessageContainingAll(
                            words, QUERY.promql(), prometheus.url().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aServerErrorOrTooManyRequestsMayPass(int status) throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(status, "sign-in.html")) {
            mayPass(() -> source(prometheus.url(), PATIENCE).range(QUERY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in.html", "bad-data.json"})
    void whatDoesNotSaySuccessIsNoMeasurement(String file) throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(200, file)) {
            mayPass(() -> source(prometheus.url(), PATIENCE).range(QUERY));
        }
    }

    @Test
    void silenceMayPass() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.silent()) {
            mayPass(() -> source(prometheus.url(), Duration.ofMillis(200)).range(QUERY));
        }
    }

    @Test
    void aBodyThatStallsMayPass() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.stalling("complete.json")) {
            mayPass(() -> source(prometheus.url(), Duration.ofMillis(500)).range(QUERY));
        }
    }

    @Test
    void hangsUpWhenTheTimeIsOver() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            mayPass(() -> source(url, Duration.ofMillis(300)).range(QUERY));

            try (Socket caller = silent.accept()) {
                caller.setSoTimeout((int) PATIENCE.toMillis());
                assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("POST /api/v1/query_range ");
            }
        }
    }

    @Test
    void aQueryThatIsInterruptedMayPass() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.silent()) {
            Thread.currentThread().interrupt();

            mayPass(() -> source(prometheus.url(), PATIENCE).range(QUERY));

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aClosedPortMayPass() throws IOException {
        RecordedPrometheus prometheus = RecordedPrometheus.silent();
        prometheus.close();

        mayPass(() -> source(prometheus.url(), PATIENCE).range(QUERY));
    }

    @Test
    void refusesSamplesOfAnotherGrid() throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(200, "complete.json")) {
            Instant later = FIRST.plusSeconds(5);
            RangeQuery shifted = new RangeQuery("x", later, later.plusSeconds(40), Duration.ofSeconds(10));

            assertThatThrownBy(() -> source(prometheus.url(), PATIENCE).range(shifted))
                    .isInstanceOfSatisfying(
                            PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_REJECTED))
                    .hasMessageContaining("not on the grid");
        }
    }

    private static void mayPass(ThrowingCallable query) {
        assertThatThrownBy(query).isInstanceOfSatisfying(PhoenixException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
            assertThat(e.code().retryable()).isTrue();
        });
    }

    private static RangeReply range(String file) throws IOException {
        try (RecordedPrometheus prometheus = RecordedPrometheus.answering(200, file)) {
            return source(prometheus.url(), PATIENCE).range(QUERY);
        }
    }

    private static PrometheusMetricsSource source(URI url, Duration timeout) {
        return new PrometheusMetricsSource(url, timeout);
    }
}
