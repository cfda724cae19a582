package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessIT {
    private static final String PATH = "/api/v1/experiments";
    private static final String TRACE = "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01";
    private static final Set<String> OPEN =
            Set.of("GET /health/live", "GET /health/ready", "GET /version", "GET /openapi.yaml", "GET /docs");

    /** They answer a question that needs a body, and store nothing. */
    private static final Set<String> READING = Set.of("/validate", "/plan", "/costs/estimate");

    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.start();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyRouteButTheOpenOnesNeedsAKey() {
        Set<String> routes = routes();
        Set<String> answered = new TreeSet<>();
        for (String route : routes) {
            HttpResponse<String> response = ask(route, null);
            if (response.statusCode() == 401) {
                assertThat(Json.read(response.body(), ProblemResponse.class).code())
                        .isEqualTo("unauthenticated");
            } else {
                answered.add(route);
            }
        }

        assertThat(routes).hasSizeGreaterThan(25);
        assertThat(answered).isEqualTo(new TreeSet<>(OPEN));
    }

    @Test
    void aViewerChangesNothing() {
        for (String route : routes()) {
            if (route.startsWith("GET ") || READING.stream().anyMatch(route::endsWith)) {
                continue;
            }
            assertThat(ask(route, ApiServer.VIEWER).statusCode()).as(route).isEqualTo(403);
        }
    }

    @Test
    void anOperatorNeitherDeletesNorChangesTargets() {
        assertThat(ask("DELETE " + PATH + "/{id}", ApiServer.OPERATOR).statusCode())
                .isEqualTo(403);
        assertThat(ask("POST /api/v1/targets/{name}/rollback", ApiServer.OPERATOR)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void wrongKeysOfEveryShapeHaveOneAnswer() {
        String expected = withoutInstance(api.get(PATH, "phx_owner_" + "x".repeat(30)));

        for (String key :
                new String[] {"", "phx_", "phx_nobody_" + "x".repeat(30), "secret", "phx_" + "a".repeat(5000)}) {
            assertThat(withoutInstance(api.get(PATH, key))).as(key).isEqualTo(expected);
        }
    }

    @Test
    void anotherTenantsExperimentIsUnknown() {
        String own = Json.read(
                        api.post(PATH, ApiServer.OPERATOR, "k", "application/yaml", Specs.valid("mine"))
                                .body(),
                        ExperimentResponse.class)
                .id();
        String unknown = UUID.randomUUID().toString();

        for (String suffix :
                new String[] {"", "/report", "/measurements", "/events", "/configs/baseline", "/workflow"}) {
            HttpResponse<String> foreign = traced("GET", PATH + "/" + own + suffix);
            HttpResponse<String> random = traced("GET", PATH + "/" + unknown + suffix);
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).as(suffix).isEqualTo(random.body().replace(unknown, own));
        }
        for (String verb : new String[] {"abort", "approve", "pause"}) {
            assertThat(traced("POST", PATH + "/" + own + "/" + verb).body())
                    .isEqualTo(traced("POST", PATH + "/" + unknown + "/" + verb)
                            .body()
                            .replace(unknown, own));
        }
        assertThat(traced("DELETE", PATH + "/" + own).body())
                .isEqualTo(traced("DELETE", PATH + "/" + unknown).body().replace(unknown, own));
        assertThat(api.get(PATH, ApiServer.STRANGER).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void eachTenantSeesItsOwnTargets() {
        assertThat(api.get("/api/v1/targets", ApiServer.STRANGER).body()).contains("\"name\":\"demo\"");
        api.database().execute("UPDATE targets SET kind = 'KUBERNETES' WHERE tenant_id = '" + ApiServer.OTHER + "'");

        assertThat(api.get("/api/v1/targets/demo", ApiServer.VIEWER).body()).contains("\"kind\":\"LOCAL\"");
        assertThat(api.get("/api/v1/targets/demo", ApiServer.STRANGER).body()).contains("\"kind\":\"KUBERNETES\"");
    }

    private static Set<String> routes() {
        return api.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getPort() == null)
                .map(AccessIT::text)
                .filter(route -> !route.startsWith("HEAD ") && !route.startsWith("OPTIONS "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
    }

    private static HttpResponse<String> ask(String route, String key) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{id}", UUID.randomUUID().toString())
                .replaceAll("\\{[^}]*}", "demo");
        HttpRequest.Builder request =
                api.request(path, key).header("Idempotency-Key", "k").header("If-Match", "*");
        return api.send(
                method.equals("POST")
                        ? request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        : request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpResponse<String> traced(String method, String path) {
        HttpRequest.Builder request = api.request(path, ApiServer.STRANGER)
                .header("traceparent", TRACE)
                .header("Idempotency-Key", "k")
                .header("If-Match", "*");
        return api.send(
                method.equals("POST")
                        ? request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        : request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private static String withoutInstance(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(401);
        return response.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
