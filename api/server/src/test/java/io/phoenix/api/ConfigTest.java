package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.phoenix.api.platform.PrometheusConfig;
import io.phoenix.api.relay.RelayConfig;
import io.phoenix.api.relay.TemporalConfig;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    @Test
    void hasDefaults() {
        try (ApplicationContext context = context(Map.of())) {
            assertThat(context.getBean(SubmissionConfig.class))
                    .isEqualTo(new SubmissionConfig(1, true, Duration.ofSeconds(5)));
            assertThat(context.getBean(TemporalConfig.class))
                    .isEqualTo(new TemporalConfig("127.0.0.1:7233", "phoenix", null));
            assertThat(context.getBean(RelayConfig.class))
                    .isEqualTo(new RelayConfig(
                            32,
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(10)));
            assertThat(context.getBean(PrometheusConfig.class)).isEqualTo(new PrometheusConfig(null));
        }
    }

    @Test
    void isMappedInFull() {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("phoenix.time-scale", "0.1"),
                Map.entry("phoenix.engine-signals", "false"),
                Map.entry("phoenix.decision-wait", "1s"),
                Map.entry("phoenix.temporal.target", "engine:7"),
                Map.entry("phoenix.temporal.namespace", "n"),
                Map.entry("phoenix.temporal.ui-url", "http://ui"),
                Map.entry("phoenix.relay.batch", "3"),
                Map.entry("phoenix.relay.lease", "9s"),
                Map.entry("phoenix.relay.poll", "2s"),
                Map.entry("phoenix.relay.attempt", "8s"),
                Map.entry("phoenix.relay.longest-backoff", "4s"),
                Map.entry("phoenix.prometheus.url", "http://p"));

        try (ApplicationContext context = context(properties)) {
            assertThat(context.getBean(SubmissionConfig.class))
                    .isEqualTo(new SubmissionConfig(0.1, false, Duration.ofSeconds(1)));
            assertThat(context.getBean(TemporalConfig.class))
                    .isEqualTo(new TemporalConfig("engine:7", "n", "http://ui"));
            assertThat(context.getBean(RelayConfig.class))
                    .isEqualTo(new RelayConfig(
                            3,
                            Duration.ofSeconds(9),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(4)));
            assertThat(context.getBean(PrometheusConfig.class)).isEqualTo(new PrometheusConfig(URI.create("http://p")));
        }
    }

    @Test
    void namesTheBadValue() {
        assertThatThrownBy(() -> new SubmissionConfig(0, true, Duration.ofSeconds(5)))
                .hasMessageContaining("phoenix.time-scale is 0.0");
        assertThatThrownBy(() -> new RelayConfig(
                        1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("shorter than the lease");
    }

    private static ApplicationContext context(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("phoenix.relay.enabled", "false");
        return ApplicationContext.run(all);
    }
}
