package io.phoenix.api.platform;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.phoenix.client.HealthResponse;
import io.phoenix.client.VersionResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Whether the server lives and can serve, and which one it is. */
@Tag(name = "platform")
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@SecurityRequirements
public final class HealthController {
    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private final Probes probes;

    HealthController(Probes probes) {
        this.probes = probes;
    }

    @Get("/health/live")
    @Operation(summary = "Whether the server lives", description = "Never looks at anything outside the process.")
    HealthResponse live() {
        return new HealthResponse(UP, Map.of());
    }

    @Get("/health/ready")
    @Operation(
            summary = "Whether the server can serve",
            description = "Without the engine or Prometheus it serves, but experiments do not go on: DEGRADED.")
    @ApiResponse(responseCode = "503", description = "the database cannot be reached")
    HttpResponse<HealthResponse> ready() {
        boolean database = probes.database();
        boolean engine = probes.engine();
        boolean metrics = probes.metrics();
        Map<String, String> parts = new TreeMap<>(
                Map.of("postgres", state(database), "temporal", state(engine), "prometheus", state(metrics)));
        if (!database) {
            return HttpResponse.<HealthResponse>status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(new HealthResponse(DOWN, parts));
        }
        return HttpResponse.ok(new HealthResponse(engine && metrics ? UP : "DEGRADED", parts));
    }

    @Get("/version")
    @Operation(summary = "Which Phoenix this is")
    VersionResponse version() {
        String version = Objects.requireNonNullElse(
                HealthController.class.getPackage().getImplementationVersion(), "development");
        return new VersionResponse("phoenix", version, Runtime.version().toString());
    }

    private static String state(boolean up) {
        return up ? UP : DOWN;
    }
}
