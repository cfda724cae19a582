package io.phoenix.activity.measurement.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.activity.measurement.InstantSample;
import io.phoenix.activity.measurement.MetricsSource;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * {@link MetricsSource} over the HTTP API of Prometheus, Mimir, Thanos or VictoriaMetrics. Thread-safe. Asks over {@link
 * HttpURLConnection}, which reads long replies in less than half of the processor time of {@code java.net.http}.
 */
public final class PrometheusMetricsSource implements MetricsSource {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build());

    private final URI base;
    private final Duration timeout;

    /**
     * @param base for example {@code http://127.0.0.1:9090}
     * @param timeout of one query, connecting included
     */
    public PrometheusMetricsSource(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
    }

    @Override
    public RangeReply range(RangeQuery query) {
        byte[] body = ask(
                "/api/v1/query_range",
                Map.of(
                        "query", query.promql(),
                        "start", seconds(query.first()),
                        "end", seconds(query.last()),
                        "step", Double.toString(query.step().toMillis() / 1000.0)));
        try {
            return RangeReplyReader.read(query, JSON.getFactory(), body).orElseThrow(() -> notPrometheus(body));
        } catch (IOException | NumberFormatException e) {
            throw notJson(e);
        }
    }

    @Override
    public List<InstantSample> instant(String promql, Instant at) {
        JsonNode reply = tree(ask("/api/v1/query", Map.of("query", promql, "time", seconds(at))));
        List<InstantSample> samples = new ArrayList<>();
        for (JsonNode one : reply.path("data").path("result")) {
            samples.add(new InstantSample(
                    labels(one), SampleValue.of(one.path("value").path(1).asText())));
        }
        return samples;
    }

    private static Map<String, String> labels(JsonNode series) {
        Map<String, String> labels = new HashMap<>();
        series.path("metric")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private byte[] ask(String path, Map<String, String> parameters) {
        String query = String.valueOf(parameters.get("query"));
        Answer answer = answerOf(() -> post(base.resolve(path), form(parameters)));
        if (mayPass(answer.status)) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "Prometheus at " + base + " answered " + describe(answer, query));
        }
        if (answer.status != HttpURLConnection.HTTP_OK) {
            throw new FinalException(
                    ErrorCode.UPSTREAM_REJECTED, "Prometheus at " + base + " answered " + describe(answer, query));
        }
        return answer.body;
    }

    private record Answer(int status, byte[] body) {}

    /** Of the 4xx only those that speak of the moment and not of the query: a timeout, and too many requests at once. */
    private static boolean mayPass(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** The timeouts of a connection are those of one read; this one is of the whole. Whoever stops waiting hangs up. */
    private Answer answerOf(Callable<Answer> exchange) {
        FutureTask<Answer> answer = new FutureTask<>(exchange);
        // A virtual thread that is interrupted closes its socket.
        Thread.ofVirtual().name("prometheus-query").start(answer);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "Prometheus at " + base + " cannot be reached: " + e.getCause(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "Prometheus at " + base + " did not answer within " + timeout, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "the query to Prometheus at " + base + " was interrupted", e);
        }
    }

    private static Answer post(URI url, String form) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setRequestProperty("Accept", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(form.getBytes(StandardCharsets.US_ASCII));
        }
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode reply = JSON.readTree(body);
            if (!reply.path("status").asText().equals("success")) {
                throw notPrometheus(body);
            }
            return reply;
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    private TransientException notPrometheus(byte[] body) {
        return new TransientException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "what answers at " + base + " is not Prometheus: " + start(body));
    }

    private TransientException notJson(Exception e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new TransientException(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "Prometheus at " + base + " answered something that is not JSON: " + message,
                e);
    }

    private static String describe(Answer answer, String query) {
        return answer.status + " to " + query + ": " + start(answer.body);
    }

    private static String start(byte[] body) {
        return new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8);
    }

    private static String seconds(Instant instant) {
        return String.format(Locale.ROOT, "%d.%03d", instant.getEpochSecond(), instant.getNano() / 1_000_000);
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
