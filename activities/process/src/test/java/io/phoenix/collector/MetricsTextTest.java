package io.phoenix.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTextTest {
    // The format of https://prometheus.io/docs/instrumenting/exposition_formats, text version 0.0.4.
    private static final String TEXT = """
            # HELP otelcol_receiver_accepted_metric_points Number of points
            # TYPE otelcol_receiver_accepted_metric_points counter
            otelcol_receiver_accepted_metric_points{receiver="otlp",transport="grpc"} 1.5e+03
            otelcol_receiver_accepted_metric_points{receiver="host_metrics",transport=""} 27
            otelcol_exporter_sent_metric_points_total 12 1395066363000
            quoted{path="C:\\\\DIR\\\\FILE.TXT",error="a \\"b\\"\\nc}"} NaN
            infinite +Inf
            """;

    private final MetricsText metrics = MetricsText.parse(TEXT);

    @Test
    void sumsACounterOverItsSeries() {
        assertThat(metrics.counter("otelcol_receiver_accepted_metric_points")).isEqualTo(1527);
    }

    @Test
    void readsACounterWithTheTypeSuffixAndATimestamp() {
        assertThat(metrics.counter("otelcol_exporter_sent_metric_points")).isEqualTo(12);
    }

    @Test
    void aCounterThatIsNotThereIsZero() {
        assertThat(metrics.counter("otelcol_receiver_refused_metric_points")).isZero();
    }

    @Test
    void readsEscapedLabels() {
        MetricsText.Sample sample = metrics.named("quoted").getFirst();

        assertThat(sample.labels()).isEqualTo(Map.of("path", "C:\\DIR\\FILE.TXT", "error", "a \"b\"\nc}"));
        assertThat(sample.value()).isNaN();
    }

    @Test
    void readsInfinity() {
        assertThat(metrics.named("infinite").getFirst().value()).isInfinite();
    }
}
