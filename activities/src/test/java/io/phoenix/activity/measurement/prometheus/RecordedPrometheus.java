package io.phoenix.activity.measurement.prometheus;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every request with one recorded reply of Prometheus 3.14, or stalls. */
final class RecordedPrometheus implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    private RecordedPrometheus(Answer answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + URLDecoder.decode(body, StandardCharsets.UTF_8));
            answer.to(exchange, end);
        });
        server.start();
    }

    static RecordedPrometheus answering(int status, String file) throws IOException {
        byte[] body = recorded(file);
        return new RecordedPrometheus((exchange, end) -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    static RecordedPrometheus silent() throws IOException {
        return new RecordedPrometheus((exchange, end) -> await(end));
    }

    /** Sends the headers and half of the body. */
    static RecordedPrometheus stalling(String file) throws IOException {
        byte[] body = recorded(file);
        return new RecordedPrometheus((exchange, end) -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            await(end);
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static byte[] recorded(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordedPrometheus.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Answer {
        void to(HttpExchange exchange, CountDownLatch end) throws IOException;
    }
}
