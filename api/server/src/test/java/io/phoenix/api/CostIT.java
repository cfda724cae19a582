package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.activity.cost.CostEngine;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.PricingScope;
import io.phoenix.client.BillResponse;
import io.phoenix.client.CostEstimateResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.PriceBookListResponse;
import io.phoenix.client.PriceBookResponse;
import io.phoenix.client.SavingResponse;
import io.phoenix.client.SavingsResponse;
import io.phoenix.client.UnpricedResponse;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CostIT {
    private static final String COSTS = "/api/v1/costs";
    private static final String BOOKS = COSTS + "/price-books";
    private static final Instant START = Instant.parse("2026-10-01T09:00:00Z");
    private static ApiServer api;
    private static String id;

    @BeforeAll
    static void start() {
        api = ApiServer.start();
        id = Json.read(
                        api.post(
                                        "/api/v1/experiments",
                                        ApiServer.OPERATOR,
                                        "k",
                                        "application/yaml",
                                        Specs.valid("priced"))
                                .body(),
                        ExperimentResponse.class)
                .id();
        ExperimentId experiment = ExperimentId.of(id);
        List<MeasuredWindow> measured =
                List.of(window(Metric.ACTIVE_SERIES, 900_000), window(Metric.SAMPLES_PER_SECOND, 15_000));
        api.bean(MeasurementStore.class).save(TenantId.DEFAULT, experiment, measured);
        api.bean(ReportStore.class).saveAnalysis(TenantId.DEFAULT, experiment, analysis());
        api.bean(ReportStore.class)
                .saveCosts(
                        TenantId.DEFAULT,
                        experiment,
                        CostEngine.savings(
                                analysis(),
                                measured,
                                List.of(PriceBooks.shipped().find("datadog").orElseThrow()),
                                PricingScope.measured(3)));
        ended(experiment);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aStoredEstimateComesBackAsItWas() {
        List<MeasuredWindow> measured = api.bean(MeasurementStore.class).load(TenantId.DEFAULT, ExperimentId.of(id));
        List<CostEstimate> computed = CostEngine.savings(
                analysis(),
                measured,
                List.of(PriceBooks.shipped().find("datadog").orElseThrow()),
                PricingScope.measured(3));

        assertThat(Json.convert(
                        api.bean(ReportStore.class)
                                .costs(TenantId.DEFAULT, ExperimentId.of(id))
                                .getFirst(),
                        Map.class))
                .isEqualTo(Json.convert(computed.getFirst(), Map.class));
    }

    @Test
    void pricesAVolumeByEveryBook() {
        CostEstimateResponse priced = estimate("""
                {"volume": {"activeSeries": 1000000, "samplesPerMinute": 4000000}}""");

        assertThat(priced.bills())
                .extracting(BillResponse::book, bill -> bill.month().expected().amount())
                .contains(
                        tuple("datadog", new BigDecimal("50000.00")),
                        tuple("grafana-cloud", new BigDecimal("25954.00")),
                        tuple("new-relic", new BigDecimal("35000.00")),
                        tuple("azure-monitor", new BigDecimal("2803.20")));
        assertThat(priced.unpriced()).extracting(UnpricedResponse::book).contains("splunk", "chronosphere");
        assertThat(priced.bills().getFirst().lines().getFirst()).containsKeys("counted", "included", "parts");
    }

    @Test
    void pricesAnExperimentForAFleet() {
        CostEstimateResponse priced = estimate("""
                {"experiment": "%s", "hosts": 30, "books": ["datadog"]}""".formatted(id));

        assertThat(priced.estimates()).singleElement().satisfies(estimate -> {
            assertThat(Json.write(estimate)).contains("An extrapolation: the volume of 3 hosts is taken 30/3 times");
            assertThat(estimate.get("monthlySaving")).hasToString("{amount=270000.0, currency=USD}");
        });
    }

    @Test
    void namesEveryMistakeOfARequest() {
        HttpResponse<String> refused = post("""
                {"hosts": 0, "books": ["datadok"], "volume": {"activeSeries": -1}}""");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("/hosts", "did you mean 'datadog'?", "activeSeries is -1, expected 0 to 1e18");
        assertThat(post("{\"books\": [null], \"volume\": {}}").body())
                .contains("/books/0", "books has null, expected ids such as datadog");
        assertThat(post("{\"volume\": {\"activeSeries\": 5}}").body())
                .contains("/volume/samplesPerMinute", "samplesPerMinute is missing, which 'new-relic' bills");
        assertThat(post("{\"volume\": {\"samplesPerMinute\": 5}, \"books\": [\"azure-monitor\"]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("{\"volume\": {\"activeSerie\": 5}}").body())
                .contains("/volume/activeSerie", "'activeSerie' is not a known field", "did you mean 'activeSeries'?");
        assertThat(post("{\"experiment\": \"" + id + "\", \"hosts\": 1.5}").body())
                .contains("/hosts", "is not of the type that is expected");
        assertThat(post("{}").body()).contains("exactly one of experiment and volume is needed");
    }

    @Test
    void anotherTenantsExperimentIsUnknown() {
        HttpResponse<String> refused = api.send(api.request(COSTS + "/estimate", ApiServer.STRANGER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"experiment\": \"" + id + "\"}")));

        assertThat(refused.statusCode()).isEqualTo(404);
    }

    @Test
    void aTenantsOwnPriceIsPutWithWhatWasReadAndTakenBack() {
        PriceBookResponse shipped = book("splunk");
        String own = shipped.document().replace("# tiers: [{price: YOUR_PRICE}]", "tiers: [{price: 0.25}]");

        assertThat(put("splunk", own, ApiServer.OWNER, null).statusCode()).isEqualTo(428);
        assertThat(put("splunk", own, ApiServer.OPERATOR, "\"0\"").statusCode()).isEqualTo(403);
        HttpResponse<String> stored = put("splunk", own, ApiServer.OWNER, "\"0\"");

        assertThat(stored.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(book("splunk").priceVersion()).isEqualTo("2026-11-21-own.1");
        assertThat(put("splunk", own, ApiServer.OWNER, "\"0\"").statusCode()).isEqualTo(412);
        assertThat(estimate("{\"volume\": {\"activeSeries\": 1000}, \"books\": [\"splunk\"]}")
                        .bills()
                        .getFirst()
                        .month()
                        .expected()
                        .amount())
                .isEqualByComparingTo("250");
        assertThat(api.get(BOOKS + "/splunk", ApiServer.STRANGER).headers().firstValue("ETag"))
                .contains("\"0\"");
        assertThat(api.send(api.request(BOOKS + "/splunk", ApiServer.OWNER)
                                .header("If-Match", "\"1\"")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(book("splunk").own()).isFalse();
    }

    @Test
    void aSavingIsAskedForInTheCurrencyOfTheTenantsOwnContract() {
        String spec = Specs.valid("euros")
                .replace(
                        "criteria:\n",
                        "criteria:\n  minimumMonthlySaving: {amount: 10, currency: EUR, book: azure-monitor}\n");
        String euros = book("azure-monitor").document().replace("currency: USD", "currency: EUR");

        assertThat(validate(spec)).contains("so write the amount in USD instead of EUR");
        put("azure-monitor", euros, ApiServer.OWNER, "\"0\"");

        assertThat(validate(spec)).doesNotContain("other_currency");
        assertThat(validate(spec.replace("EUR", "USD"))).contains("so write the amount in EUR instead of USD");
        api.send(api.request(BOOKS + "/azure-monitor", ApiServer.OWNER)
                .header("If-Match", "\"1\"")
                .DELETE());
    }

    private static String validate(String spec) {
        return api.post("/api/v1/experiments/validate", ApiServer.VIEWER, "k-euros", "application/yaml", spec)
                .body();
    }

    @Test
    void refusesAPriceThatCannotBe() {
        String shipped = book("datadog").document();

        assertThat(put("datadog", shipped.replace("unit: 100", "unit: 0"), ApiServer.OWNER, "\"0\"")
                        .body())
                .contains("/charges/0/unit");
        assertThat(put("datadog", shipped.replace("currency: USD", "currency: XYZ"), ApiServer.OWNER, "\"0\"")
                        .body())
                .contains("'XYZ' is not a currency of ISO 4217");
        assertThat(put("new-relic", shipped, ApiServer.OWNER, "\"0\"").body()).contains("the address says 'new-relic'");
        assertThat(put("splunk", book("splunk").document(), ApiServer.OWNER, "\"0\"")
                        .body())
                .contains("no price of metric time series");
        assertThat(put("datadok", shipped, ApiServer.OWNER, "\"0\"").statusCode())
                .isEqualTo(404);
        assertThat(put("datadog", shipped.replace("2026-11-21", "2999-01-01"), ApiServer.OWNER, "\"0\"")
                        .body())
                .contains("/price/dateRead", "'2999-01-01' is yet to come, today is ", "write the day on which");
        assertThat(put("datadog", shipped.replace("2026-11-21", "0000-01-01"), ApiServer.OWNER, "\"0\"")
                        .body())
                .contains("/price/dateRead", "'0000-01-01' is before 2000-01-01");
    }

    @Test
    void anOwnPriceOfAnotherVersionIsNamedReplacedAndRemoved() {
        String own = book("chronosphere").document().replace("# tiers: [{price: YOUR_PRICE}]", "tiers: [{price: 1}]");
        assertThat(put("chronosphere", own, ApiServer.OWNER, "\"0\"").statusCode())
                .isEqualTo(200);
        api.database()
                .execute("UPDATE price_books SET document = 'schema: phoenix.price-book/v9' WHERE id = 'chronosphere'");

        HttpResponse<String> read = api.get(BOOKS + "/chronosphere", ApiServer.VIEWER);

        assertThat(read.statusCode()).isEqualTo(409);
        assertThat(read.body())
                .contains(
                        "\"code\":\"unreadable\"",
                        "stored by another version of Phoenix",
                        "put it again, or remove it");
        assertThat(put("chronosphere", own, ApiServer.OWNER, "*").statusCode()).isEqualTo(200);
        assertThat(api.send(api.request(BOOKS + "/chronosphere", ApiServer.OWNER)
                                .header("If-Match", "*")
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void listsThePriceBookAndItsSchema() {
        PriceBookListResponse books = Json.read(api.get(BOOKS, ApiServer.VIEWER).body(), PriceBookListResponse.class);

        assertThat(books.items()).extracting(PriceBookResponse::id).contains("datadog", "chronosphere");
        assertThat(books.items()).noneMatch(PriceBookResponse::verified);
        assertThat(api.get("/api/v1/schemas/price-book.json", ApiServer.VIEWER).body())
                .contains("urn:phoenix:price-book:1");
    }

    @Test
    void tellsWhatCouldBeSavedAsJsonAndCsv() {
        SavingsResponse savings =
                Json.read(api.get(COSTS + "/savings", ApiServer.VIEWER).body(), SavingsResponse.class);

        assertThat(savings.entries())
                .extracting(
                        SavingResponse::title,
                        SavingResponse::status,
                        entry -> entry.month().expected().amount())
                .containsExactly(tuple("priced/1", "POTENTIAL", new BigDecimal("27000.00")));
        assertThat(savings.projections())
                .singleElement()
                .satisfies(projection -> assertThat(projection.sentence()).contains("needs at least 5 runs"));
        assertThat(api.get(COSTS + "/savings?format=csv&month=2026-10", ApiServer.VIEWER)
                        .body()
                        .lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("POTENTIAL,not_promoted,priced/1," + id + ",demo,candidate,datadog,"));
        assertThat(api.get(COSTS + "/savings?month=2999-01", ApiServer.VIEWER).body())
                .contains("month is '2999-01', which has not begun");
        assertThat(Json.read(
                                api.get(COSTS + "/savings?month=2026-09", ApiServer.VIEWER)
                                        .body(),
                                SavingsResponse.class)
                        .entries())
                .isEmpty();
        assertThat(api.get(COSTS + "/savings?month=October", ApiServer.VIEWER).statusCode())
                .isEqualTo(400);
        assertThat(Json.read(api.get(COSTS + "/savings", ApiServer.STRANGER).body(), SavingsResponse.class)
                        .entries())
                .isEmpty();
    }

    private static CostEstimateResponse estimate(String body) {
        return Json.read(post(body).body(), CostEstimateResponse.class);
    }

    private static HttpResponse<String> post(String body) {
        return api.send(api.request(COSTS + "/estimate", ApiServer.VIEWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static PriceBookResponse book(String book) {
        return Json.read(api.get(BOOKS + "/" + book, ApiServer.VIEWER).body(), PriceBookResponse.class);
    }

    private static HttpResponse<String> put(String book, String document, String key, String ifMatch) {
        HttpRequest.Builder request = api.request(BOOKS + "/" + book, key)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(document));
        return api.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    private static void ended(ExperimentId experiment) {
        ExperimentHead head = new ExperimentHead(
                Phase.COMPLETED,
                false,
                1,
                Verdict.PROMOTE,
                Outcome.NOT_PROMOTED,
                "never",
                Cleanup.CLEAN,
                null,
                "the candidate saves");
        api.bean(ExperimentStore.class)
                .project(new Projection(
                        new ExperimentRef(TenantId.DEFAULT, experiment, "priced", 1),
                        9,
                        "phase_changed",
                        head,
                        START,
                        "run-1"));
    }

    private static MeasuredWindow window(Metric metric, double value) {
        Window window = new Window(0, 0, START, START.plusSeconds(4), Duration.ofSeconds(2));
        return new MeasuredWindow(window, metric, "baseline", Quality.COMPLETE, new double[] {value, value}, 0);
    }

    private static AnalysisResult analysis() {
        List<MetricResult> metrics = List.of(kept(Metric.ACTIVE_SERIES, 0.4), kept(Metric.SAMPLES_PER_SECOND, 0.4));
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                Verdict.PROMOTE,
                List.of(),
                "host",
                List.of(new CandidateResult("candidate", Verdict.PROMOTE, List.of(), 1, metrics)),
                Map.of(),
                Map.of(),
                "sha256:0");
    }

    private static MetricResult kept(Metric metric, double ratio) {
        return Json.convert(
                Map.of(
                        "name",
                        metric.metricName(),
                        "role",
                        "goal",
                        "outcome",
                        "pass",
                        "reasons",
                        List.of(),
                        "stamps",
                        List.of(),
                        "ratio",
                        ratio,
                        "ratioLower",
                        ratio - 0.02,
                        "ratioUpper",
                        ratio + 0.02,
                        "confidenceLevel",
                        0.95,
                        "shown",
                        Map.of()),
                MetricResult.class);
    }
}
