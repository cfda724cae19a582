package io.phoenix.client;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which server to ask and how.
 *
 * @param server address without a path, for example {@code http://127.0.0.1:8080}
 * @param apiKey {@code phx_<id>_<secret>}; null reaches the open endpoints only
 * @param timeout of one request, from connecting to the last byte
 */
public record Connection(URI server, @Nullable String apiKey, Duration timeout) {
    public Connection {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ", it must be positive");
        }
    }

    @Override
    public String toString() {
        return server + (apiKey == null ? " without a key" : " with a key");
    }
}
