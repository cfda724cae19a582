package io.phoenix.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollectorEndpointsTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/metrics", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('#');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aCollectorThatStallsInTheMiddleOfItsAnswerDoesNotAnswer() {
        int port = server.getAddress().getPort();
        CollectorEndpoints endpoints =
                new CollectorEndpoints(HttpClient.newHttpClient(), new CollectorPorts(port, port, port, port));

        assertThat(CompletableFuture.supplyAsync(endpoints::self))
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(metrics -> assertThat(metrics).isEmpty());
    }
}
