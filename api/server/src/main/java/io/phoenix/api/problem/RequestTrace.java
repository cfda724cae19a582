package io.phoenix.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names each request, by the W3C trace context of the caller when there is one; the name is in logs and problems. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class RequestTrace {
    private static final String ATTRIBUTE = "phoenix.trace";
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @RequestFilter
    public void begin(HttpRequest<?> request) {
        id(request);
    }

    @ResponseFilter
    public void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Request-Id", id(request));
        response.header("X-Content-Type-Options", "nosniff");
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-store");
        }
    }

    /** 32 hexadecimal digits, the same for the whole request. */
    static String id(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = given(request);
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String given(HttpRequest<?> request) {
        String header = request.getHeaders().get("traceparent");
        Matcher matcher = TRACE_PARENT.matcher(header == null ? "" : header);
        return matcher.matches() ? matcher.group(1) : random();
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
