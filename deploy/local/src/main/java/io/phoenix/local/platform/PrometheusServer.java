package io.phoenix.local.platform;

import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The real Prometheus, finding collectors through files.
 *
 * @param data where its directory of samples is
 */
record PrometheusServer(String program, Path data, int port) {

    ProcessSpec process(String installation, Path config, Path log) {
        List<String> command = List.of(
                program,
                "--config.file=" + config,
                "--storage.tsdb.path=" + data.resolve("prometheus"),
                "--storage.tsdb.retention.time=15d",
                "--web.listen-address=127.0.0.1:" + port,
                // Without it a new collector is scraped only after five seconds.
                "--scrape.discovery-reload-interval=1s",
                // For the size of a scrape's body.
                "--enable-feature=extra-scrape-metrics",
                "--log.level=warn");
        return new ProcessSpec(
                "prometheus",
                installation,
                command,
                ProcessEnvironment.adding(Map.of("GOMEMLIMIT", "400MiB")),
                data,
                log);
    }

    /**
     * Identity comes from discovery alone: labels of the same name in scraped data are moved aside. The platform's own parts are
     * the same instances at whatever port.
     *
     * @param api port on which the API tells its metrics and what experiments have found
     * @param worker port on which the worker tells its metrics
     */
    static String configuration(Path discovery, int api, int worker) {
        return """
                global:
                  scrape_interval: 15s
                scrape_configs:
                  - job_name: phoenix-data
                    honor_labels: false
                    file_sd_configs: [{files: ['%1$s/*.json'], refresh_interval: 5s}]
                    relabel_configs:
                      - {source_labels: [phoenix_job], regex: data, action: keep}
                      - {regex: phoenix_job, action: labeldrop}
                  - job_name: phoenix-self
                    honor_labels: false
                    file_sd_configs: [{files: ['%1$s/*.json'], refresh_interval: 5s}]
                    relabel_configs:
                      - {source_labels: [phoenix_job], regex: self, action: keep}
                      - {regex: phoenix_job, action: labeldrop}
                  - job_name: phoenix-api
                    static_configs: [{targets: ['127.0.0.1:%2$d'], labels: {instance: api}}]
                  - job_name: phoenix-worker
                    static_configs: [{targets: ['127.0.0.1:%3$d'], labels: {instance: worker}}]
                """.formatted(discovery, api, worker);
    }
}
