package io.phoenix.client;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP interface of Phoenix, one method per operation. Thread-safe.
 *
 * <p>Every method throws {@link ProblemException} when the server refuses and {@link ConnectionException} when nobody
 * answers. Methods that take an idempotency key may be repeated with the same key.
 */
public final class PhoenixClient {
    private static final String JSON = "application/json";

    private final Transport transport;

    public PhoenixClient(Connection connection) {
        this(connection, line -> {});
    }

    /** @param log receives one line per request and answer; never the key */
    public PhoenixClient(Connection connection, Consumer<String> log) {
        this.transport = new Transport(connection, log);
    }

    public ExperimentResponse create(SpecDocument spec, String idempotencyKey) {
        return post(Paths.BASE + "/experiments", spec, idempotencyKey, ExperimentResponse.class);
    }

    public ValidateResponse validate(SpecDocument spec) {
        return post(Paths.BASE + "/experiments/validate", spec, null, ValidateResponse.class);
    }

    /** How long the run has to be. */
    public PlanResponse plan(PlanRequest request) {
        return post(Paths.BASE + "/experiments/plan", request, null, PlanResponse.class);
    }

    public ExperimentResponse experiment(String id) {
        return get(Paths.experiment(id), ExperimentResponse.class);
    }

    public ExperimentListResponse experiments(ExperimentFilter filter) {
        return get(Paths.BASE + "/experiments" + filter.query(), ExperimentListResponse.class);
    }

    /** Removes a run that has ended, in the version that was just read. */
    public void delete(String id) {
        String version = request("GET", Paths.experiment(id), Map.of(), null)
                .orThrow()
                .header("ETag")
                .orElse("*");
        request("DELETE", Paths.experiment(id), Map.of("If-Match", version), null)
                .orThrow();
    }

    /**
     * Asks the experiment for something and waits for its decision as long as the server does.
     *
     * @param verb approve, reject, abort, pause, resume or extend
     */
    public CommandResponse command(String id, String verb, CommandRequest request, String idempotencyKey) {
        return post(Paths.experiment(id) + "/" + verb, request, idempotencyKey, CommandResponse.class);
    }

    public CommandResponse command(String id, String command) {
        return get(Paths.experiment(id) + "/commands/" + Paths.segment(command), CommandResponse.class);
    }

    public ReportResponse report(String id) {
        return get(Paths.experiment(id) + "/report", ReportResponse.class);
    }

    /** The report as text in the given format. */
    public String report(String id, ReportFormat format) {
        return text(Paths.experiment(id) + "/report", format.mediaType());
    }

    public MeasurementsResponse measurements(String id) {
        return get(Paths.experiment(id) + "/measurements", MeasurementsResponse.class);
    }

    public EventListResponse events(String id) {
        return get(Paths.experiment(id) + "/events", EventListResponse.class);
    }

    /** The collector configuration that the variant runs, as YAML. */
    public String configuration(String id, String variant) {
        return text(Paths.experiment(id) + "/configs/" + Paths.segment(variant), "text/yaml");
    }

    public WorkflowLinkResponse workflow(String id) {
        return get(Paths.experiment(id) + "/workflow", WorkflowLinkResponse.class);
    }

    public TemplateListResponse templates() {
        return get(Paths.BASE + "/templates", TemplateListResponse.class);
    }

    public TemplateResponse template(String name) {
        return get(Paths.BASE + "/templates/" + Paths.segment(name), TemplateResponse.class);
    }

    public TargetListResponse targets() {
        return get(Paths.BASE + "/targets", TargetListResponse.class);
    }

    public TargetResponse target(String name) {
        return get(Paths.target(name), TargetResponse.class);
    }

    public TargetHistoryResponse history(String target) {
        return get(Paths.target(target) + "/history", TargetHistoryResponse.class);
    }

    /** Lets the target run the pipeline of an earlier generation again, under the next generation. */
    public TargetResponse rollBack(String target, long generation, String idempotencyKey) {
        return post(
                Paths.target(target) + "/rollback",
                new RollbackRequest(generation),
                idempotencyKey,
                TargetResponse.class);
    }

    public VersionResponse version() {
        return get("/version", VersionResponse.class);
    }

    public HealthResponse ready() {
        return get("/health/ready", HealthResponse.class);
    }

    /** Any request, with the answer as it came, whatever its status. */
    public Reply request(String method, String path, Map<String, String> headers, @Nullable String body) {
        return transport.send(method, path, headers, body);
    }

    private <T> T get(String path, Class<T> type) {
        return Json.read(text(path, JSON), type);
    }

    private String text(String path, String accepted) {
        return request("GET", path, Map.of("Accept", accepted), null).orThrow().body();
    }

    private <T> T post(String path, Object body, @Nullable String idempotencyKey, Class<T> type) {
        return body instanceof SpecDocument(String text, SpecDocument.Syntax syntax)
                ? post(path, syntax.mediaType(), text, idempotencyKey, type)
                : post(path, JSON, Json.write(body), idempotencyKey, type);
    }

    private <T> T post(String path, String contentType, String body, @Nullable String idempotencyKey, Class<T> type) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Accept", JSON);
        if (idempotencyKey != null) {
            headers.put("Idempotency-Key", idempotencyKey);
        }
        return Json.read(request("POST", path, headers, body).orThrow().body(), type);
    }
}
