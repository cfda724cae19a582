package io.phoenix.api.security;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.phoenix.domain.tenant.ApiKeyStore;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Reads {@code Authorization: Bearer phx_<id>_<secret>}; the database decides, off the event loop. */
@Singleton
public final class ApiKeyAuthenticationFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_KEY = 256;

    private final ApiKeyStore keys;
    private final ExecutorService executor;

    ApiKeyAuthenticationFetcher(ApiKeyStore keys, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.keys = keys;
        this.executor = executor;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        Optional<String> key = key(request);
        return key.isEmpty()
                ? Publishers.empty()
                : Publishers.fromCompletableFuture(
                        () -> CompletableFuture.supplyAsync(() -> authenticate(key.get()), executor));
    }

    private @Nullable Authentication authenticate(String key) {
        return keys.authenticate(key).map(Caller::authentication).orElse(null);
    }

    private static Optional<String> key(HttpRequest<?> request) {
        String header = request.getHeaders().get("Authorization");
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip())
                .filter(key -> key.startsWith("phx_") && key.length() <= LONGEST_KEY);
    }
}
