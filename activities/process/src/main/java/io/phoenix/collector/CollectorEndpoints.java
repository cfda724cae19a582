package io.phoenix.collector;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.process.Pause;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a running collector answers. An endpoint that does not answer is an empty reply: the caller knows what that means. */
public final class CollectorEndpoints {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String HASH_LABEL = "phoenix_config_hash";

    private final HttpClient http;
    private final CollectorPorts ports;

    CollectorEndpoints(HttpClient http, CollectorPorts ports) {
        this.http = http;
        this.ports = ports;
    }

    public CollectorPorts ports() {
        return ports;
    }

    public boolean healthy() {
        return get(ports.health(), "/").isPresent();
    }

    /** The hash that the running collector reports of its configuration. */
    public Optional<ConfigHash> runningHash() {
        return self().flatMap(metrics -> metrics.named("target_info").stream()
                .flatMap(sample -> Optional.ofNullable(sample.labels().get(HASH_LABEL)).stream())
                .findFirst()
                .map(ConfigHash::new));
    }

    /** What it says of itself. */
    public Optional<MetricsText> self() {
        return get(ports.self(), "/metrics").map(MetricsText::parse);
    }

    /** What it exports. */
    public Optional<MetricsText> data() {
        return get(ports.data(), "/metrics").map(MetricsText::parse);
    }

    private Optional<String> get(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        // The client's own timeout ends with the headers; this one includes the body.
        Future<HttpResponse<String>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw Pause.interrupted("reading port " + port, e);
        }
    }
}
