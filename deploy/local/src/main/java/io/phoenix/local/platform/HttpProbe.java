package io.phoenix.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Whether a loopback address answers with 200. */
final class HttpProbe implements BooleanSupplier {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final URI uri;

    HttpProbe(String uri) {
        this.uri = URI.create(uri);
    }

    @Override
    public boolean getAsBoolean() {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet is the ordinary answer of a part that starts.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
