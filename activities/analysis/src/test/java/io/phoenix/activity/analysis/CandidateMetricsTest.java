package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.measurement.Metric;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateMetricsTest {
    /** From 5000 steps on the metrics are computed at the same time. */
    @Test
    void theOrderOfTheCatalogueAndEveryDigitStayInALongRun() {
        ARun run = ARun.healthy(5_000).both(Metric.COLLECTOR_CPU, t -> 1 + t % 3 / 10.0, t -> 1 + t % 5 / 10.0);

        List<MetricResult> metrics = metrics(run);

        assertThat(metrics)
                .extracting(MetricResult::name)
                .containsExactlyElementsOf(Arrays.stream(Metric.values())
                        .map(Metric::metricName)
                        .filter(List.of("up", "accepted_points", "active_series", "collector_cpu")::contains)
                        .toList());
        assertThat(metrics(run)).isEqualTo(metrics);
    }

    private static List<MetricResult> metrics(ARun run) {
        return run.analyze().candidates().getFirst().metrics();
    }
}
