package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.PlanAdviceResponse;
import io.phoenix.client.PlanCriterionResponse;
import io.phoenix.client.PlanRequest;
import io.phoenix.client.PlanResponse;
import io.phoenix.client.ProblemResponse;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlanIT {
    private static final String PATH = "/api/v1/experiments";
    private static final String CRITERIA = """
            step: 2s
            criteria: {goals: [{metric: active_series, minimumSaving: 0.2}], guardrails: []}
            """;
    private static ApiServer api;
    private static String id;

    @BeforeAll
    static void start() {
        api = ApiServer.start();
        id = measured("planned");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void plansByARun() {
        PlanResponse plan = plan(new PlanRequest(Specs.valid("something-else"), id, null, null));

        assertThat(plan.pilot()).isEqualTo("planned/1");
        assertThat(plan.pilotPairs()).isEqualTo(60);
        assertThat(plan.fits()).isTrue();
        assertThat(plan.duration()).isEqualTo("2m");
        assertThat(plan.memory().declared()).isEqualTo("5s");
        assertThat(plan.criteria()).singleElement().satisfies(goal -> {
            assertThat(goal.metric()).isEqualTo("active_series");
            assertThat(goal.expected()).isBetween(0.39, 0.41);
            assertThat(goal.detectable()).isBetween(0.6, 0.8);
        });
    }

    @Test
    void plansByTheEarlierRunsOfTheNameElseOfTheSameKind() {
        assertThat(plan(new PlanRequest(Specs.valid("planned"), null, null, null))
                        .pilot())
                .isEqualTo("planned/1");
        assertThat(plan(new PlanRequest(Specs.valid("renamed"), null, null, null))
                        .pilot())
                .isEqualTo("planned/1");
    }

    /** The same two minutes showed some 60 %, which are asked for now. */
    @Test
    void saysInErrorsWhyARunWouldEndUndecided() {
        String asksForAll = Specs.valid("planned").replace("minimumSaving: 0.20", "minimumSaving: 0.5999");

        PlanResponse plan = plan(new PlanRequest(asksForAll, null, null, 0.6));

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/timing/duration");
            assertThat(error.code()).isEqualTo("too_short_to_decide");
            assertThat(error.message()).startsWith("2m is too short to decide on the saving of active_series");
        });
        assertThat(plan(new PlanRequest(Specs.valid("planned"), null, null, null))
                        .errors())
                .isEmpty();
    }

    @Test
    void aRunOfOtherCandidatesIsNoPilot() {
        String other = Specs.valid("planned").replace("[postgres, nginx]}}", "[redis]}}");

        assertThat(plan(new PlanRequest(other, null, null, null)).pilot()).isNull();
    }

    @Test
    void aRunOfAnotherBaselineOrInputIsNoPilot() {
        String planned = Specs.valid("planned");
        String baseline = planned.replace("baseline: {template: process-baseline-v1}\n", "");
        String hosts = planned.replace("hosts: 3", "hosts: 4");
        String seed = planned.replace("seed: 42", "seed: 43");

        assertThat(plan(new PlanRequest(baseline, null, null, null)).pilot()).isNull();
        assertThat(plan(new PlanRequest(hosts, null, null, null)).pilot()).isNull();
        assertThat(plan(new PlanRequest(seed, null, null, null)).pilot()).isEqualTo("planned/1");
    }

    @Test
    void anUnreadableRunIsPassedOver() {
        String spec = Specs.valid("legacy").replace("hosts: 3", "hosts: 5");
        measured("legacy", spec);
        String later = measured("legacy", spec);
        api.execute("UPDATE measurements SET metric = 'warmth' WHERE experiment_id = '" + later
                + "' AND variant = 'baseline'");

        PlanResponse plan = plan(new PlanRequest(spec, null, null, null));

        assertThat(plan.pilot()).isEqualTo("legacy/1");
        assertThat(plan.advice())
                .filteredOn(advice -> advice.code().equals("UNREADABLE_RUNS"))
                .extracting(PlanAdviceResponse::message)
                .containsExactly("Not planned by what cannot be read: legacy/2 (a stored metric is 'warmth', which this"
                        + " version of Phoenix does not know).");
    }

    @Test
    void plansTheLeastLengthWhereNothingWasTriedBefore() {
        String other = Specs.valid("new").replace("[postgres, nginx]}}", "[redis]}}");

        PlanResponse plan = plan(new PlanRequest(other, null, null, null));

        assertThat(plan.pilot()).isNull();
        assertThat(plan.duration()).isEqualTo("2m");
        assertThat(plan.advice()).extracting(PlanAdviceResponse::code).contains("NO_PILOT");
    }

    @Test
    void plansCriteriaByASeries() {
        StringBuilder series = new StringBuilder("time,metric,variant,value\n");
        Random noise = new Random(4);
        for (int t = 0; t < 120; t++) {
            series.append("%d,active_series,baseline,%d%n".formatted(2 * t, 1000 + noise.nextInt(50)));
            series.append("%d,active_series,candidate,%d%n".formatted(2 * t, 780 + noise.nextInt(50)));
        }

        PlanResponse plan = plan(new PlanRequest(CRITERIA, null, series.toString(), 0.201));

        assertThat(plan.pilot()).isEqualTo("series");
        assertThat(plan.criteria())
                .extracting(PlanCriterionResponse::metric, PlanCriterionResponse::expected)
                .containsExactly(org.assertj.core.api.Assertions.tuple("active_series", 1 - 0.201));
        assertThat(plan.criteria().getFirst().limitedBy()).isEqualTo("precision");
        assertThat(plan.maximumDuration()).isNull();
    }

    @Test
    void takesASpecificationAsAnObject() {
        Map<?, ?> spec = Map.of(
                "step",
                "2s",
                "criteria",
                Map.of("goals", List.of(Map.of("metric", "active_series", "minimumSaving", 0.2))));

        assertThat(plan(new PlanRequest(spec, null, null, null)).advice())
                .extracting(PlanAdviceResponse::code)
                .contains("NO_PILOT");
    }

    @Test
    void refusesWhatItCannotPlan() {
        assertThat(problem(new PlanRequest("name: [", null, null, null)).code()).isEqualTo("invalid_request");
        assertThat(problem(new PlanRequest(Specs.withTenMistakes(), null, null, null))
                        .errors())
                .hasSizeGreaterThan(5);
        assertThat(problem(new PlanRequest(Specs.valid("x"), id, "time", null)).detail())
                .contains("experiment and pilot are both given");
        assertThat(problem(new PlanRequest(Specs.valid("x"), null, null, 1.5)).detail())
                .contains("expectedSaving is 1.5");
        assertThat(problem(new PlanRequest(CRITERIA, null, "time,metric,variant,value\nnever,a,b,c\n", null))
                        .errors())
                .isNotEmpty();
        assertThat(problem(new PlanRequest(Specs.valid("x"), "018f0000-0000-7000-8000-0123456789ab", null, null))
                        .code())
                .isEqualTo("not_found");
        assertThat(post("{}", ApiServer.VIEWER).statusCode()).isEqualTo(400);
    }

    @Test
    void anotherTenantSeesNoneOfIt() {
        HttpResponse<String> response =
                post(Json.write(new PlanRequest(Specs.valid("planned"), id, null, null)), ApiServer.STRANGER);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(post(Json.write(new PlanRequest(Specs.valid("x"), null, null, null)), null)
                        .statusCode())
                .isEqualTo(401);
    }

    private static PlanResponse plan(PlanRequest request) {
        HttpResponse<String> response = post(Json.write(request), ApiServer.VIEWER);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body(), PlanResponse.class);
    }

    private static ProblemResponse problem(PlanRequest request) {
        HttpResponse<String> response = post(Json.write(request), ApiServer.VIEWER);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 422);
        return Json.read(response.body(), ProblemResponse.class);
    }

    private static HttpResponse<String> post(String body, String key) {
        return api.send(api.request(PATH + "/plan", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A run of two minutes that has ended, in which the candidate kept 40 % of the series. */
    private static String measured(String name) {
        return measured(name, Specs.valid(name));
    }

    private static String measured(String name, String spec) {
        String key = UUID.randomUUID().toString();
        ExperimentResponse created = Json.read(
                api.post(PATH, ApiServer.OPERATOR, key, "application/yaml", spec)
                        .body(),
                ExperimentResponse.class);
        String started = created.id();
        ExperimentId experiment = ExperimentId.of(started);
        Instant start = Instant.parse("2026-11-01T09:00:00Z");
        Window window = new Window(0, 0, start, start.plusSeconds(120), Duration.ofSeconds(2));
        api.bean(MeasurementStore.class)
                .save(
                        TenantId.DEFAULT,
                        experiment,
                        List.of(
                                new MeasuredWindow(
                                        window,
                                        Metric.ACTIVE_SERIES,
                                        "baseline",
                                        Quality.COMPLETE,
                                        around(10_000, 5),
                                        0),
                                new MeasuredWindow(
                                        window,
                                        Metric.ACTIVE_SERIES,
                                        "candidate",
                                        Quality.COMPLETE,
                                        around(4_000, 6),
                                        0)));
        api.bean(ExperimentStore.class)
                .project(new Projection(
                        new ExperimentRef(TenantId.DEFAULT, experiment, name, created.number()),
                        9,
                        "phase_changed",
                        new ExperimentHead(Phase.COMPLETED, false, 1, null, null, null, null, null, "done"),
                        Instant.now(),
                        "run-1"));
        return started;
    }

    private static double[] around(double level, long seed) {
        return new Random(seed)
                .doubles(60, -20, 20)
                .map(noise -> Math.rint(level + noise))
                .toArray();
    }
}
