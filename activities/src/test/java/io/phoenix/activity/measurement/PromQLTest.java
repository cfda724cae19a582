package io.phoenix.activity.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromQLTest {
    private static final ExperimentRef REF = new ExperimentRef(
            TenantId.DEFAULT, new ExperimentId(UUID.fromString("01900000-0000-7000-8000-000000000001")), "golden", 1);

    @Test
    void everyMetricHasTheExpressionOnFile() throws IOException {
        PromQL promql = new PromQL(scope(List.of("postgres", "c++ (x86)\"")));

        String expressions = Arrays.stream(Metric.values())
                        .map(metric ->
                                metric.metricName() + "\n  " + promql.of(metric).orElse("nothing") + "\n")
                        .collect(Collectors.joining())
                + "active_series by host\n  " + promql.activeSeriesByHost() + "\n";

        assertThat(expressions).isEqualTo(onFile());
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everySelectorNamesTenantAndExperiment(Metric metric) {
        String promql = new PromQL(scope(List.of("nginx"))).of(metric).orElseThrow();

        assertThat(promql.split("\\{", -1).length)
                .isEqualTo(promql.split(
                                "phoenix_tenant=\"" + REF.tenant() + "\",phoenix_experiment=\"" + REF.experiment()
                                        + "\"",
                                -1)
                        .length);
    }

    @Test
    void asksForNoCriticalProcessesWhenNoneAreNamed() {
        assertThat(new PromQL(scope(List.of())).of(Metric.CRITICAL_PROCESSES)).isEmpty();
    }

    private static MeasurementScope scope(List<String> criticalProcesses) {
        return new MeasurementScope(REF, Duration.ofSeconds(5), Duration.ofSeconds(10), criticalProcesses);
    }

    private static String onFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(PromQLTest.class.getResourceAsStream("promql.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
