package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.CommandResponse;
import io.phoenix.client.ExperimentListResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.FieldError;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.client.ValidateResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExperimentsIT {
    private static final String PATH = "/api/v1/experiments";
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
    void takesASpecificationWhileTheEngineIsDown() {
        HttpResponse<String> response = create("taken", "k-taken", Specs.valid("taken"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        ExperimentResponse created = Json.read(response.body(), ExperimentResponse.class);
        assertThat(response.headers().firstValue("Location")).contains(PATH + "/" + created.id());
        assertThat(created.title()).isEqualTo("taken/1");
        assertThat(created.startedBy()).isEqualTo("otto");
        assertThat(created.spec()).containsEntry("target", "demo").containsKey("pricing");
        ExperimentResponse read =
                Json.read(api.get(PATH + "/" + created.id(), ApiServer.VIEWER).body(), ExperimentResponse.class);
        assertThat(read.phase()).isEqualTo("PENDING");
    }

    @Test
    void readsJsonAsWellAsYaml() {
        ValidateResponse checked = Json.read(
                api.post(PATH + "/validate", ApiServer.VIEWER, "k", "application/yaml", Specs.valid("both"))
                        .body(),
                ValidateResponse.class);

        HttpResponse<String> response =
                api.post(PATH, ApiServer.OPERATOR, "k-json", "application/json", Json.write(checked.spec()));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(Json.read(response.body(), ExperimentResponse.class).spec()).isEqualTo(checked.spec());
    }

    @Test
    void startsOneExperimentForOneKey() {
        HttpResponse<String> first = create("twice", "k-twice", Specs.valid("twice"));
        HttpResponse<String> second = create("twice", "k-twice", Specs.valid("twice"));

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(api.database().query("SELECT count(*) FROM experiments WHERE name = 'twice'"))
                .containsExactly("1");
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        create("reused", "k-reused", Specs.valid("reused"));

        ProblemResponse problem = problem(create("reused", "k-reused", Specs.valid("other")), 422);

        assertThat(problem.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void needsAnIdempotencyKey() {
        HttpResponse<String> response = api.send(api.request(PATH, ApiServer.OPERATOR)
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString(Specs.valid("keyless"))));

        assertThat(problem(response, 400).code()).isEqualTo("idempotency_key_required");
    }

    @Test
    void namesTenMistakesAtOnceAndStoresNothing() {
        ProblemResponse problem = problem(create("ten", "k-ten", Specs.withTenMistakes()), 422);

        assertThat(problem.code()).isEqualTo("invalid_spec");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/labels/team",
                        "/target",
                        "/variants/baseline/template",
                        "/input/simulation/profile",
                        "/input/simulation/hosts",
                        "/input/simulation/interval",
                        "/criteria/goals/0/metric",
                        "/criteria/guardrails/0/maximum",
                        "/decision/promotion");
        assertThat(problem.errors())
                .allSatisfy(error -> assertThat(error.message()).isNotBlank());
        assertThat(api.database().query("SELECT count(*) FROM idempotency_records WHERE key = 'k-ten'"))
                .containsExactly("0");
    }

    @Test
    void refusesASavingInACurrencyThatItsBookDoesNotHave() {
        String euros = Specs.valid("euros")
                .replace(
                        "criteria:\n",
                        "criteria:\n  minimumMonthlySaving: {amount: 10, currency: EUR, book: grafana-cloud}\n");

        ProblemResponse problem = problem(create("euros", "k-euros", euros), 422);

        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/criteria/minimumMonthlySaving/currency");
            assertThat(error.code()).isEqualTo("other_currency");
            assertThat(error.message()).contains("write the amount in USD");
        });
    }

    @Test
    void namesAMistakeInTheTargetWithoutLookingForIt() {
        ProblemResponse problem =
                problem(create("nul", "k-nul", Specs.valid("nul").replace("target: demo", "target: \"a\\0\"")), 422);

        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/target");
    }

    @Test
    void checksWithoutStoring() {
        HttpResponse<String> response =
                api.post(PATH + "/validate", ApiServer.VIEWER, "k", "application/yaml", Specs.withTenMistakes());

        ValidateResponse checked = Json.read(response.body(), ValidateResponse.class);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(checked.valid()).isFalse();
        assertThat(checked.errors()).hasSize(10);
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (int i = 1; i <= 3; i++) {
            create("paged", "k-paged-" + i, Specs.valid("paged"));
        }

        ExperimentListResponse first = list("?name=paged&limit=2&label=team:web&phase=PENDING");
        ExperimentListResponse second = list("?name=paged&limit=2&cursor=" + first.nextCursor());

        assertThat(first.items()).extracting(ExperimentResponse::number).containsExactly(3, 2);
        assertThat(second.items()).extracting(ExperimentResponse::number).containsExactly(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(list("?name=paged&label=team:db").items()).isEmpty();
    }

    @Test
    void refusesBadQueries() {
        assertThat(problem(api.get(PATH + "?limit=0&phase=NAPPING&label=x", ApiServer.VIEWER), 400)
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/limit", "/phase", "/label");
        assertThat(problem(api.get(PATH + "?limit=many", ApiServer.VIEWER), 400).code())
                .isEqualTo("invalid_request");
        assertThat(problem(api.get(PATH + "?cursor=nonsense", ApiServer.VIEWER), 400)
                        .code())
                .isEqualTo("invalid_request");
    }

    @Test
    void deletesOnlyWhatHasEndedInTheVersionThatWasRead() {
        String path = PATH + "/" + id(create("gone", "k-gone", Specs.valid("gone")));

        assertThat(problem(delete(path, null), 428).code()).isEqualTo("precondition_required");
        assertThat(problem(delete(path, "\"77\""), 412).code()).isEqualTo("precondition_failed");
        assertThat(problem(delete(path, "\"0\""), 409).code()).isEqualTo("conflict");
        assertThat(api.post(path + "/abort", ApiServer.OPERATOR, "k-gone-abort", "application/json", "{}")
                        .statusCode())
                .isIn(200, 202);
    }

    @Test
    void takesACommandOnceForOneKey() {
        String path = PATH + "/" + id(create("paused", "k-paused", Specs.valid("paused"))) + "/pause";

        HttpResponse<String> first = api.post(path, ApiServer.OPERATOR, "k-pause", "application/json", "{}");
        HttpResponse<String> second = api.post(path, ApiServer.OPERATOR, "k-pause", "application/json", "{}");
        HttpResponse<String> other =
                api.post(path, ApiServer.OPERATOR, "k-pause", "application/json", "{\"reason\":\"lunch\"}");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        String location = first.headers().firstValue("Location").orElseThrow();
        assertThat(second.headers().firstValue("Location")).contains(location);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(api.get(location, ApiServer.VIEWER).body()).contains("\"state\":\"PENDING\"");
        assertThat(problem(other, 422).code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void answersNothingNewWithoutABody() {
        String path = PATH + "/" + id(create("same", "k-same", Specs.valid("same")));
        String tag =
                api.get(path, ApiServer.VIEWER).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = api.send(
                api.request(path, ApiServer.VIEWER).header("If-None-Match", tag).GET());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void findsNoResultsBeforeThereAreAny() {
        String path = PATH + "/" + id(create("early", "k-early", Specs.valid("early")));

        assertThat(api.get(path + "/measurements", ApiServer.VIEWER).body()).isEqualTo("{\"items\":[]}");
        assertThat(problem(api.get(path + "/configs/candidate", ApiServer.VIEWER), 404)
                        .code())
                .isEqualTo("not_found");
        assertThat(api.get(path + "/workflow", ApiServer.VIEWER).body())
                .contains("exp/00000000-0000-7000-8000-000000000001/");
        assertThat(api.get(path + "/events", ApiServer.VIEWER).statusCode()).isEqualTo(200);
    }

    @Test
    void namesACommandThatAnotherVersionHasStored() {
        UUID id = id(create("commanded", "k-commanded", Specs.valid("commanded")));
        String command = Json.read(
                        api.post(PATH + "/" + id + "/pause", ApiServer.OPERATOR, "k-pause", "application/json", "{}")
                                .body(),
                        CommandResponse.class)
                .id();
        api.database()
                .execute("UPDATE experiment_commands SET command = '{\"kind\": \"DANCE\"}' WHERE id = '" + command
                        + "'");

        ProblemResponse problem = problem(api.get(PATH + "/" + id + "/commands/" + command, ApiServer.VIEWER), 409);

        assertThat(problem.code()).isEqualTo("unreadable");
        assertThat(problem.detail())
                .isEqualTo(
                        "the command was stored by another version of Phoenix and cannot be read by this one: send it"
                                + " again, with another Idempotency-Key");
    }

    private static HttpResponse<String> create(String name, String key, String spec) {
        return api.post(PATH, ApiServer.OPERATOR, key, "application/yaml", spec);
    }

    private static HttpResponse<String> delete(String path, String ifMatch) {
        HttpRequest.Builder request = api.request(path, ApiServer.OWNER).DELETE();
        return api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static ExperimentListResponse list(String query) {
        return Json.read(api.get(PATH + query, ApiServer.VIEWER).body(), ExperimentListResponse.class);
    }

    private static UUID id(HttpResponse<String> created) {
        return UUID.fromString(
                Json.read(created.body(), ExperimentResponse.class).id());
    }

    private static ProblemResponse problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return Json.read(response.body(), ProblemResponse.class);
    }
}
