package io.phoenix.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoenixClientTest {
    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String type = "application/json";
    private String answer = "{}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            if (status == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTheSpecificationAsItWasWritten() {
        answer = """
                {"id":"018f0000-0000-7000-8000-000000000001","name":"a","number":2,"target":"demo","labels":{},
                 "phase":"PENDING","paused":false,"progress":0.0,"message":"m","startedBy":"owner","timeScale":1.0,
                 "createdAt":"2026-11-01T00:00:00Z","updatedAt":"2026-11-01T00:00:00Z","unknown":1}""";

        ExperimentResponse created = client().create(new SpecDocument("name: a", SpecDocument.Syntax.YAML), "k-1");

        assertThat(created.title()).isEqualTo("a/2");
        assertThat(created.ended()).isFalse();
        assertThat(seen).containsExactly("POST /api/v1/experiments Bearer phx_1_s k-1 application/yaml name: a");
    }

    @Test
    void encodesFilters() {
        answer = "{\"items\":[]}";

        client().experiments(new ExperimentFilter(List.of("RUNNING"), "a", List.of("team:a b"), 5, "x/="));

        assertThat(seen.getFirst())
                .startsWith("GET /api/v1/experiments?limit=5&phase=RUNNING&label=team%3Aa%20b&name=a&cursor=x%2F%3D ");
    }

    @Test
    void throwsTheProblemOfTheServer() {
        status = 422;
        type = "application/problem+json";
        answer = """
                {"type":"t","title":"Invalid","status":422,"detail":"2 mistakes","code":"invalid_spec",
                 "errors":[{"pointer":"/name","code":"required","message":"name is missing"}]}""";

        assertThatThrownBy(() -> client().experiment("x"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().errors())
                                .containsExactly(new FieldError("/name", "required", "name is missing")));
    }

    @Test
    void understandsThatItsKeyIsRefused() {
        status = 401;
        type = "application/problem+json";
        answer = """
                {"type":"t","title":"Unauthenticated","status":401,"detail":"a key is needed","code":"unauthenticated"}""";

        assertThatThrownBy(() -> client().validate(new SpecDocument("name: a", SpecDocument.Syntax.YAML)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("unauthenticated"));
    }

    @Test
    void doesNotTrustAnAnswerThatIsNotAProblem() {
        status = 502;
        type = "text/html";
        answer = "<h1>Bad gateway</h1>";

        assertThatThrownBy(() -> client().version())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("unexpected_answer"));
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free);

        assertThatThrownBy(() -> new PhoenixClient(new Connection(nobody, null, Duration.ofSeconds(5))).version())
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("cannot reach " + nobody);
    }

    @Test
    void neverLogsTheKey() {
        answer = "{\"name\":\"phoenix\",\"version\":\"1\",\"java\":\"25\"}";
        List<String> log = new ArrayList<>();

        new PhoenixClient(connection(), log::add).version();

        assertThat(log).hasSize(2).noneMatch(line -> line.contains("phx_"));
        assertThat(connection().toString()).doesNotContain("phx_");
    }

    private PhoenixClient client() {
        return new PhoenixClient(connection());
    }

    private Connection connection() {
        return new Connection(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "phx_1_s", Duration.ofSeconds(5));
    }
}
