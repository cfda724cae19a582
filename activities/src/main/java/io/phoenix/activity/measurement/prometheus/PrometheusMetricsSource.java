package io.phoenix.activity.measurement.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.activity.measurement.InstantSample;
import io.phoenix.activity.measurement.MetricsSource;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.activity.measurement.RangeSeries;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final JsonMapper JSON = new JsonMapper();

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
        JsonNode reply = ask(
                "/api/v1/query_range",
                Map.of(
                        "query", query.promql(),
                        "start", seconds(query.first()),
                        "end", seconds(query.last()),
                        "step", Double.toString(query.step().toMillis() / 1000.0)));
        List<RangeSeries> series = new ArrayList<>();
        for (JsonNode one : reply.path("data").path("result")) {
            series.add(onGrid(query, one));
        }
        List<String> warnings = new ArrayList<>();
        reply.path("warnings").forEach(warning -> warnings.add(warning.asText()));
        return new RangeReply(series, warnings);
    }

    @Override
    public List<InstantSample> instant(String promql, Instant at) {
        JsonNode reply = ask("/api/v1/query", Map.of("query", promql, "time", seconds(at)));
        List<InstantSample> samples = new ArrayList<>();
        for (JsonNode one : reply.path("data").path("result")) {
            samples.add(new InstantSample(labels(one), number(one.path("value").path(1))));
        }
        return samples;
    }

    private static RangeSeries onGrid(RangeQuery query, JsonNode series) {
        double[] values = new double[query.points()];
        Arrays.fill(values, Double.NaN);
        int infinite = 0;
        for (JsonNode sample : series.path("values")) {
            int point = point(query, Math.round(sample.path(0).asDouble() * 1000));
            double value = number(sample.path(1));
            if (Double.isInfinite(value)) {
                infinite++;
            } else {
                values[point] = value;
            }
        }
        return new RangeSeries(labels(series), values, infinite);
    }

    /** A back end that moves a query to a grid of its own would shift every value. */
    private static int point(RangeQuery query, long millis) {
        long offset = millis - query.first().toEpochMilli();
        long step = query.step().toMillis();
        if (offset % step != 0 || offset < 0 || offset / step >= query.points()) {
            throw new FinalException(
                    ErrorCode.UPSTREAM_REJECTED,
                    "Prometheus answered a sample at " + Instant.ofEpochMilli(millis)
                            + ", which is not on the grid from " + query.first() + " to " + query.last() + " by "
                            + query.step());
        }
        return Math.toIntExact(offset / step);
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

    private JsonNode ask(String path, Map<String, String> parameters) {
        String query = String.valueOf(parameters.get("query"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        HttpResponse<String> response = send(request);
        if (mayPass(response.statusCode())) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "Prometheus at " + base + " answered " + describe(response, query));
        }
        if (response.statusCode() != 200) {
            throw new FinalException(
                    ErrorCode.UPSTREAM_REJECTED, "Prometheus at " + base + " answered " + describe(response, query));
        }
        return parse(response.body());
    }

    /** Of the 4xx only those that speak of the moment and not of the query: a timeout, and too many requests at once. */
    private static boolean mayPass(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    /** The client's own timeout ends with the headers; this one includes the body. */
    private HttpResponse<String> send(HttpRequest request) {
        Future<HttpResponse<String>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
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

    private JsonNode parse(String body) {
        try {
            JsonNode reply = JSON.readTree(body);
            if (!reply.path("status").asText().equals("success")) {
                throw new TransientException(
                        ErrorCode.UPSTREAM_UNAVAILABLE,
                        "what answers at " + base + " is not Prometheus: " + start(body));
            }
            return reply;
        } catch (JsonProcessingException e) {
            throw new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE,
                    "Prometheus at " + base + " answered something that is not JSON: " + e.getOriginalMessage(),
                    e);
        }
    }

    private static String describe(HttpResponse<String> response, String query) {
        return response.statusCode() + " to " + query + ": " + start(response.body());
    }

    private static String start(String body) {
        return body.substring(0, Math.min(body.length(), 500));
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
