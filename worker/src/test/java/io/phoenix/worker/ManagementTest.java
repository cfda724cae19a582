package io.phoenix.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManagementTest {
    @Test
    void saysWhetherItTakesWork() throws IOException, InterruptedException {
        AtomicBoolean ready = new AtomicBoolean();
        try (Management management = new Management(new ManagementConfig(0), ready::get, () -> "")) {
            assertThat(get(management, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(management, "/health/ready").statusCode()).isEqualTo(503);
            ready.set(true);
            assertThat(get(management, "/health/ready").body()).contains("UP");
        }
    }

    @Test
    void showsWhatTheEnginesSdkAndTheJvmCount() throws IOException, InterruptedException {
        WorkerMetrics metrics = new WorkerMetrics();
        try (Management management = new Management(new ManagementConfig(0), () -> true, metrics::scrape)) {
            metrics.engine()
                    .tagged(Map.of("activity_type", "MeasureWindow"))
                    .counter("temporal_activity_execution_failed")
                    .inc(3);
            metrics.close();

            HttpResponse<String> response = get(management, "/metrics");

            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(response.body())
                    .contains("temporal_activity_execution_failed_total{activity_type=\"MeasureWindow\"} 3.0")
                    .contains("jvm_memory_used_bytes{")
                    .contains("process_uptime_seconds");
        }
    }

    private static HttpResponse<String> get(Management management, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + management.port() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
