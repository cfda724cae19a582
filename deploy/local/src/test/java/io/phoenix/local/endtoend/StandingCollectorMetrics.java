package io.phoenix.local.endtoend;

import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the standing collector of the target {@code demo} says of itself, over HTTP. */
record StandingCollectorMetrics(Installation installation) {
    private static final Pattern HASH = Pattern.compile("target_info\\{.*phoenix_config_hash=\"([^\"]+)\"");

    String configurationHash() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + port() + "/metrics");
            String text = http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher found = HASH.matcher(text);
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private int port() {
        Path collector = installation.targetDirectory("demo").resolve("collector");
        try {
            String ledger = Files.readString(installation.state().resolve("run/ports.json"));
            Map<?, ?> ports = (Map<?, ?>) Json.read(ledger, Map.class).get(collector.toString());
            return ((Number) ports.get("self")).intValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
