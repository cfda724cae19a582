package io.phoenix.tools;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** GET with deadlines that cover the body too, which those of the client itself do not. */
record Download(HttpClient http, Limits limits) {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration REPORT = Duration.ofSeconds(10);

    /**
     * @param text for the small file, which also tells whether the host can be reached at all
     * @param silence without one more byte of the large file
     * @param file for the large file
     */
    record Limits(Duration connect, Duration text, Duration silence, Duration file) {
        static final Limits USUAL =
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofMinutes(3));
    }

    String text(URI address, BodyHandler<String> handler) throws AttemptFailed {
        CompletableFuture<HttpResponse<String>> answer = send(address, handler);
        try {
            return await(answer, address, limits.text()).body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AttemptFailed("no complete answer from " + address.getHost() + " within "
                    + limits.text().toSeconds() + " s");
        }
    }

    void toFile(URI address, Path file, long maximum, Consumer<Duration> progress) throws AttemptFailed, IOException {
        CompletableFuture<HttpResponse<Path>> answer =
                send(address, BodyHandlers.limiting(BodyHandlers.ofFile(file), maximum));
        Stopwatch running = new Stopwatch();
        Stopwatch silent = new Stopwatch();
        Stopwatch unreported = new Stopwatch();
        long seen = 0;
        while (!isDone(answer, address)) {
            long received = Files.exists(file) ? Files.size(file) : 0;
            if (received > seen) {
                seen = received;
                silent.restart();
            }
            if (silent.isOver(limits.silence()) || running.isOver(limits.file())) {
                answer.cancel(true);
                throw new AttemptFailed("%s sent %d bytes in %d s and then was given up"
                        .formatted(
                                address.getHost(), received, running.elapsed().toSeconds()));
            }
            if (unreported.isOver(REPORT)) {
                unreported.restart();
                progress.accept(running.elapsed());
            }
        }
    }

    private static boolean isDone(CompletableFuture<? extends HttpResponse<?>> answer, URI address)
            throws AttemptFailed {
        try {
            await(answer, address, TICK);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private <T> CompletableFuture<HttpResponse<T>> send(URI address, BodyHandler<T> handler) {
        HttpRequest request = HttpRequest.newBuilder(address).GET().build();
        return http.sendAsync(request, info -> {
            if (info.statusCode() != 200) {
                throw new CompletionException(new AttemptFailed("answered " + info.statusCode()));
            }
            return handler.apply(info);
        });
    }

    private static <T> T await(CompletableFuture<T> answer, URI address, Duration patience)
            throws AttemptFailed, TimeoutException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AttemptFailed(address.getHost() + " " + reason(e));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AttemptFailed("interrupted");
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case AttemptFailed refused -> refused.reason();
            case UnresolvedAddressException unknown -> "is not known to this machine";
            default -> "cannot be read: " + Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        };
    }
}
