package io.phoenix.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.phoenix.collector.LocalConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {
    @Test
    void hasDefaults() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(TemporalConfig.class))
                    .isEqualTo(new TemporalConfig("127.0.0.1:7233", "phoenix"));
            assertThat(context.getBean(PrometheusConfig.class))
                    .isEqualTo(new PrometheusConfig(URI.create("http://127.0.0.1:9090"), Duration.ofSeconds(5)));
            assertThat(context.getBean(ManagementConfig.class)).isEqualTo(new ManagementConfig(0));
        }
    }

    @Test
    void isMappedInFull() {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("phoenix.temporal.target", "engine:7"),
                Map.entry("phoenix.temporal.namespace", "n"),
                Map.entry("phoenix.prometheus.url", "http://p"),
                Map.entry("phoenix.prometheus.timeout", "9s"),
                Map.entry("phoenix.worker.management-port", "7082"),
                Map.entry("phoenix.installation-id", "i-1"),
                Map.entry("phoenix.local-state", "/state"),
                Map.entry("phoenix.collector", "/bin/collector"),
                Map.entry("phoenix.validator", "/bin/validator"),
                Map.entry("phoenix.simulator-classpath", "/lib/*"));

        try (ApplicationContext context = ApplicationContext.run(properties)) {
            assertThat(context.getBean(TemporalConfig.class)).isEqualTo(new TemporalConfig("engine:7", "n"));
            assertThat(context.getBean(PrometheusConfig.class))
                    .isEqualTo(new PrometheusConfig(URI.create("http://p"), Duration.ofSeconds(9)));
            assertThat(context.getBean(ManagementConfig.class)).isEqualTo(new ManagementConfig(7082));
            assertThat(context.getBean(InstallationConfig.class).local())
                    .isEqualTo(new LocalConfig(
                            "i-1", Path.of("/state"), Path.of("/bin/collector"), Path.of("/bin/validator"), "/lib/*"));
        }
    }

    @Test
    void aWorkerWithoutAMachineDoesNotStart() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThatThrownBy(() -> context.getBean(InstallationConfig.class)).hasMessageContaining("installation");
        }
    }

    @Test
    void aQueryIsOverBeforeItsActivityCountsAsDead() {
        URI prometheus = URI.create("http://p");

        assertThatThrownBy(() -> new PrometheusConfig(prometheus, Duration.ofSeconds(10)))
                .hasMessageStartingWith("phoenix.prometheus.timeout is PT10S");
        assertThatThrownBy(() -> new PrometheusConfig(prometheus, Duration.ZERO))
                .hasMessageContaining("more than 0");
    }

    @Test
    void namesThePortThatIsNone() {
        assertThatThrownBy(() -> new ManagementConfig(65536))
                .hasMessage("phoenix.worker.management-port is 65536, allowed are 0 to 65535");
    }
}
