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
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** {@link MetricsSource} over the HTTP API of Prometheus, Mimir, Thanos or VictoriaMetrics. Thread-safe. */
public final class PrometheusMetricsSource implements MetricsSource {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build());

    private final URI base;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * @param base for example {@code http://127.0.0.1:9090}
     * @param timeout of one query, connecting included
     */
    public PrometheusMetricsSource(URI base, Duration timeout) {
        this.base = base;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
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
            samples.add(new InstantSample(labels(one), number(one.path("value").path(1))));
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

    private static double number(JsonNode text) {
        return switch (text.asText()) {
            case "NaN" -> Double.NaN;
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text.asText());
        };
    }

    private byte[] ask(String path, Map<String, String> parameters) {
        String query = String.valueOf(parameters.get("query"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        HttpResponse<byte[]> response = send(request);
        if (mayPass(response.statusCode())) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "Prometheus at " + base + " answered " + describe(response, query));
        }
        if (response.statusCode() != 200) {
            throw new FinalException(
                    ErrorCode.UPSTREAM_REJECTED, "Prometheus at " + base + " answered " + describe(response, query));
        }
        return response.body();
    }

    /** Of the 4xx only those that speak of the moment and not of the query: a timeout, and too many requests at once. */
    private static boolean mayPass(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** The client's own timeout ends with the headers; this one includes the body. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        Future<HttpResponse<byte[]>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
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

    private static String describe(HttpResponse<byte[]> response, String query) {
        return response.statusCode() + " to " + query + ": " + start(response.body());
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
