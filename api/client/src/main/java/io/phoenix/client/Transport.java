package io.phoenix.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Requests to one server. Thread-safe.
 *
 * <p>The JDK's older client is used on purpose: it starts in a tenth of the time of the newer one, which a command that
 * asks once and ends spends most of its life with.
 */
final class Transport {
    private final Connection connection;
    private final Consumer<String> log;

    /** @param log receives one line per request and answer; never the key */
    Transport(Connection connection, Consumer<String> log) {
        this.connection = connection;
        this.log = log;
    }

    Reply send(String method, String path, Map<String, String> headers, @Nullable String body) {
        log.accept("> " + method + " " + path);
        Reply reply = exchange(method, path, headers, body);
        log.accept("< " + reply.status() + " " + reply.header("X-Request-Id").orElse(""));
        return reply;
    }

    private Reply exchange(String method, String path, Map<String, String> headers, @Nullable String body) {
        URI server = connection.server();
        try {
            HttpURLConnection http = open(address(server, path));
            http.setRequestMethod(method);
            headers.forEach(http::setRequestProperty);
            if (connection.apiKey() != null) {
                http.setRequestProperty("Authorization", "Bearer " + connection.apiKey());
            }
            if (body != null) {
                write(http, body.getBytes(StandardCharsets.UTF_8));
            }
            return read(http);
        } catch (SocketTimeoutException e) {
            throw new ConnectionException(
                    server,
                    server + " did not answer within " + connection.timeout().toMillis() / 1000.0 + " s",
                    e);
        } catch (IOException e) {
            String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ConnectionException(server, "cannot reach " + server + ": " + cause, e);
        }
    }

    // A path such as //host/x names another server, which must not get the key.
    private static URI address(URI server, String path) {
        URI address = server.resolve(path);
        if (!Objects.equals(address.getRawAuthority(), server.getRawAuthority())) {
            throw new IllegalArgumentException("path is '" + path + "', it leads away from " + server);
        }
        return address;
    }

    private HttpURLConnection open(URI address) throws IOException {
        URLConnection opened = address.toURL().openConnection();
        if (!(opened instanceof HttpURLConnection http)) {
            throw new IOException("the address is not http or https");
        }
        int timeout = Math.toIntExact(Math.min(connection.timeout().toMillis(), Integer.MAX_VALUE));
        http.setConnectTimeout(timeout);
        http.setReadTimeout(timeout);
        http.setInstanceFollowRedirects(false);
        http.setUseCaches(false);
        return http;
    }

    private static void write(HttpURLConnection http, byte[] body) throws IOException {
        http.setDoOutput(true);
        try (OutputStream out = http.getOutputStream()) {
            out.write(body);
        }
    }

    private static Reply read(HttpURLConnection http) throws IOException {
        int status = http.getResponseCode();
        Map<String, List<String>> headers = new TreeMap<>();
        http.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                headers.put(name, values);
            }
        });
        try (InputStream in = status < 400 ? http.getInputStream() : http.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(status, headers, body);
        }
    }
}
