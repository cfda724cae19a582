package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.phoenix.client.HealthResponse;
import io.phoenix.client.Json;
import io.phoenix.client.TemplateListResponse;
import io.phoenix.client.TemplateResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlatformIT {
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.start(Map.of("phoenix.prometheus.url", "http://127.0.0.1:1"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void isReadyButDegradedWithoutTheEngine() {
        HttpResponse<String> response = api.get("/health/ready", null);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.read(response.body(), HealthResponse.class))
                .isEqualTo(new HealthResponse(
                        "DEGRADED", Map.of("postgres", "UP", "temporal", "DOWN", "prometheus", "DOWN")));
        assertThat(api.get("/health/live", null).body()).contains("\"status\":\"UP\"");
    }

    @Test
    void describesEveryRouteAndNothingElse() {
        HttpResponse<String> response = api.get("/openapi.yaml", null);
        Map<?, ?> description = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(response.body());
        Set<String> described = new TreeSet<>();
        ((Map<?, ?>) description.get("paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods)
                        .keySet()
                        .forEach(method -> described.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(description.get("openapi").toString()).startsWith("3.1");
        assertThat(described).isEqualTo(routes());
    }

    @Test
    void showsItsDocumentationWithoutOutsideHosts() {
        String page = api.get("/docs", null).body();

        assertThat(page).contains("swagger-ui").doesNotContain("http://", "https://", "//unpkg");
        assertThat(api.get("/docs/assets/swagger-ui-bundle.js", null).statusCode())
                .isEqualTo(200);
        assertThat(api.get("/docs/assets/swagger-ui.css", null).statusCode()).isEqualTo(200);
        assertThat(api.get("/docs/page/start.js", null).body()).contains("/openapi.yaml");
    }

    @Test
    void showsMetricsOnTheManagementPortOnly() {
        URI management = URI.create("http://127.0.0.1:" + api.managementPort() + "/metrics");

        HttpResponse<String> metrics = api.send(HttpRequest.newBuilder(management));

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("jvm_memory_used_bytes");
        assertThat(api.get("/metrics", ApiServer.OWNER).statusCode()).isEqualTo(404);
    }

    @Test
    void showsTheCatalogueAndTheShapeOfSpecifications() {
        TemplateListResponse templates =
                Json.read(api.get("/api/v1/templates", ApiServer.VIEWER).body(), TemplateListResponse.class);

        assertThat(templates.items())
                .extracting(TemplateResponse::name)
                .contains("process-baseline-v1", "process-priority-filter-v1");
        assertThat(api.get("/api/v1/templates/process-priority-filter-v1", ApiServer.VIEWER)
                        .body())
                .contains("criticalNames");
        assertThat(api.get("/api/v1/templates/none", ApiServer.VIEWER).statusCode())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/schemas/experiment-spec.json", ApiServer.VIEWER)
                        .body())
                .contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(api.get("/api/v1/schemas/calibration-result.json", ApiServer.VIEWER)
                        .body())
                .contains("urn:phoenix:calibration-result:1");
    }

    @Test
    void showsTheHistoryOfATarget() {
        assertThat(api.get("/api/v1/targets/demo/history", ApiServer.VIEWER).body())
                .contains("\"generation\":1", "\"reason\":\"created\"");
        assertThat(api.get("/api/v1/targets/nowhere", ApiServer.VIEWER).statusCode())
                .isEqualTo(404);
    }

    @Test
    void namesItself() {
        assertThat(api.get("/version", null).body()).contains("\"name\":\"phoenix\"");
    }

    private static Set<String> routes() {
        return api.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getPort() == null)
                .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
                .filter(route -> !route.startsWith("HEAD ") && !route.startsWith("OPTIONS "))
                .filter(route -> !route.equals("GET /openapi.yaml") && !route.equals("GET /docs"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
