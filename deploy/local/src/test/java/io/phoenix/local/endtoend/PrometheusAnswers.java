package io.phoenix.local.endtoend;

import io.phoenix.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the platform's Prometheus answers to an instant query. */
record PrometheusAnswers(Platform platform) {
    /** Two scrapes, and then some on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The value of the only series, when there is one. */
    double await(String query) {
        List<?> found =
                Eventually.within(PATIENCE, "Prometheus has " + query, () -> ask(query), series -> series.size() == 1);
        List<?> sample = (List<?>) ((Map<?, ?>) found.getFirst()).get("value");
        return Double.parseDouble(String.valueOf(sample.getLast()));
    }

    private List<?> ask(String query) {
        URI uri = URI.create("http://127.0.0.1:" + platform.part("prometheus").port() + "/api/v1/query?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            return (List<?>) ((Map<?, ?>) Json.read(body, Map.class).get("data")).get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
