package io.phoenix.activity.measurement;

import io.phoenix.activity.deployment.local.DevelopmentTools;
import io.phoenix.activity.deployment.local.Waiting;
import io.phoenix.activity.measurement.prometheus.PrometheusMetricsSource;
import io.phoenix.error.TransientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A real Prometheus that finds collectors through the files of an installation, as the platform's does. */
final class PrometheusProcess implements AutoCloseable {
    private final Process process;
    private final PrometheusMetricsSource source;

    private PrometheusProcess(Process process, URI url) {
        this.process = process;
        this.source = new PrometheusMetricsSource(url, Duration.ofSeconds(10));
    }

    static PrometheusProcess start(Path directory, Path discovery) throws IOException {
        Path config =
                Files.writeString(Files.createDirectories(directory).resolve("prometheus.yml"), config(discovery));
        int port = freePort();
        Process process = new ProcessBuilder(
                        DevelopmentTools.prometheus().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("samples"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--scrape.discovery-reload-interval=1s",
                        "--enable-feature=extra-scrape-metrics",
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        PrometheusProcess started = new PrometheusProcess(process, URI.create("http://127.0.0.1:" + port));
        Waiting.until(started::answers);
        return started;
    }

    PrometheusMetricsSource source() {
        return source;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean answers() {
        try {
            return !source.instant("vector(1)", Instant.now()).isEmpty();
        } catch (TransientException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String config(Path discovery) {
        return """
                scrape_configs:
                  - job_name: phoenix-data
                    file_sd_configs: [{files: ['%1$s/*.json'], refresh_interval: 1s}]
                    relabel_configs:
                      - {source_labels: [phoenix_job], regex: data, action: keep}
                      - {regex: phoenix_job, action: labeldrop}
                  - job_name: phoenix-self
                    file_sd_configs: [{files: ['%1$s/*.json'], refresh_interval: 1s}]
                    relabel_configs:
                      - {source_labels: [phoenix_job], regex: self, action: keep}
                      - {regex: phoenix_job, action: labeldrop}
                """.formatted(discovery);
    }
}
