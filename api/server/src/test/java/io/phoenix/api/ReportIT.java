package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.MeasurementsResponse;
import io.phoenix.client.QueryResponse;
import io.phoenix.client.ReportDigest;
import io.phoenix.client.ReportResponse;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReportIT {
    private static final String PATH = "/api/v1/experiments";
    private static ApiServer api;
    private static String id;

    @BeforeAll
    static void start() {
        api = ApiServer.start(Map.of("phoenix.temporal.ui-url", "http://127.0.0.1:8233", "phoenix.time-scale", "0.05"));
        id = Json.read(
                        api.post(PATH, ApiServer.OPERATOR, "k", "application/yaml", Specs.valid("reported"))
                                .body(),
                        ExperimentResponse.class)
                .id();
        ExperimentId experiment = ExperimentId.of(id);
        ReportStore reports = api.bean(ReportStore.class);
        reports.saveAnalysis(TenantId.DEFAULT, experiment, analysis());
        saveAWindow(experiment);
        reports.saveCosts(TenantId.DEFAULT, experiment, List.of(cost()));
        api.bean(ExperimentStore.class)
                .project(new Projection(
                        new ExperimentRef(TenantId.DEFAULT, experiment, "reported", 1),
                        9,
                        "phase_changed",
                        new ExperimentHead(
                                Phase.COMPLETED,
                                false,
                                1,
                                Verdict.PROMOTE,
                                Outcome.PROMOTED,
                                "verdict_promote",
                                Cleanup.CLEAN,
                                null,
                                "the candidate runs on demo"),
                        Instant.now(),
                        "run-1"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static void saveAWindow(ExperimentId experiment) {
        Instant start = Instant.parse("2026-11-01T09:00:00Z");
        Window window = new Window(0, 0, start, start.plusSeconds(6), Duration.ofSeconds(2));
        api.bean(MeasurementStore.class)
                .save(
                        TenantId.DEFAULT,
                        experiment,
                        List.of(new MeasuredWindow(
                                window,
                                Metric.ACTIVE_SERIES,
                                "baseline",
                                Quality.INCOMPLETE,
                                new double[] {1, Double.NaN, 3},
                                0)));
        api.bean(MeasurementStore.class)
                .saveQueries(
                        TenantId.DEFAULT, experiment, List.of(new AskedQuery("active_series", "sum(x{a=\"<b>\"})")));
        saveHosts(experiment, window);
    }

    private static void saveHosts(ExperimentId experiment, Window window) {
        List<HostWindow> hosts = Stream.of("baseline", "candidate")
                .map(variant -> new HostWindow(
                        window,
                        Metric.ACTIVE_SERIES,
                        variant,
                        new TreeMap<>(Map.of("web-1", List.of(1.0, 2.0, 3.0), "web-2", List.of(1.0, 1.0, Double.NaN)))))
                .toList();
        api.bean(MeasurementStore.class).saveHosts(TenantId.DEFAULT, experiment, hosts);
    }

    @Test
    void listsEveryQueryWordForWord() {
        ReportResponse report = Json.read(report("application/json").body(), ReportResponse.class);

        assertThat(report.queries()).containsExactly(new QueryResponse("active_series", "sum(x{a=\"<b>\"})"));
        assertThat(report("text/markdown").body()).contains("```promql\nsum(x{a=\"<b>\"})\n```");
        assertThat(report("text/html").body())
                .contains(
                        "<tr><th scope=\"row\">active_series</th><td><code>sum(x{a=&quot;&lt;b&gt;&quot;})</code></td></tr>");
        assertThat(report("text/plain").body()).contains("Asked of the metrics store: 1.");
    }

    @Test
    void isToldToPrometheusOnTheManagementPort() {
        URI management = URI.create("http://127.0.0.1:" + api.managementPort() + "/metrics");

        String metrics = api.send(HttpRequest.newBuilder(management)).body();

        String labels = "{candidate=\"candidate\",experiment=\"" + id
                + "\",metric=\"active_series\",name=\"reported/1\"," + "tenant=\"" + TenantId.DEFAULT + "\"} ";
        assertThat(metrics)
                .contains("# HELP phoenix_experiment_ratio Candidate to baseline, of the goals")
                .contains("phoenix_experiment_ratio" + labels + "0.345\n")
                .contains("phoenix_experiment_ratio_lower" + labels + "0.329\n")
                .contains("phoenix_experiment_ratio_upper" + labels + "0.362\n")
                .contains("phoenix_experiment_effective_samples" + labels + "24.0\n")
                .containsPattern("phoenix_experiment_verdict\\{experiment=\"" + id + "\".*verdict=\"PROMOTE\"} 1.0\n")
                .containsPattern("phoenix_experiment_looks_left\\{experiment=\"" + id + "\".*} 0.0\n");
    }

    @Test
    void holdsWhatEachHostContributed() {
        ReportResponse report = Json.read(report("application/json").body(), ReportResponse.class);

        assertThat(String.valueOf(report.data().get("hosts")))
                .contains("{metric=active_series, variant=candidate, totals={web-1=2.0, web-2=null}}");
    }

    @Test
    void carriesTheWholeResultAsJson() {
        ReportResponse report = Json.read(report("application/json").body(), ReportResponse.class);

        assertThat(report.verdict()).isEqualTo("PROMOTE");
        assertThat(report.outcome()).isEqualTo("PROMOTED");
        assertThat(report.cleanup()).isEqualTo("CLEAN");
        assertThat(report.measuredFor()).isEqualTo("6s");
        assertThat(report.experiment().timeScale()).isEqualTo(0.05);
        assertThat(report.experiment().spec()).containsEntry("name", "reported");
        assertThat(report.analysis())
                .containsEntry("schema", "phoenix.analysis/v1")
                .containsKey("candidates");
        assertThat(report.data())
                .containsEntry("evidence", "REQUIRED")
                .containsEntry("step", "PT2S")
                .containsKeys("windows", "series", "declaredReductions");
        assertThat(report.costs())
                .singleElement()
                .satisfies(cost -> assertThat(cost).containsEntry("book", "grafana-cloud"));
    }

    @Test
    void hasADigestOfWhatIsNotComputedAgain() {
        String body = report("application/json").body();
        Map<?, ?> report = Json.read(body, Map.class);
        Map<?, ?> throughTheClient = Json.read(Json.writePretty(Json.read(body, ReportResponse.class)), Map.class);
        Map<?, ?> changed = Json.read(body.replace("\"book\":\"grafana-cloud\"", "\"book\":\"another\""), Map.class);

        assertThat(report.get("digest")).isEqualTo(ReportDigest.of(report));
        assertThat(ReportDigest.of(throughTheClient)).isEqualTo(ReportDigest.of(report));
        assertThat(changed.get("costs")).isNotEqualTo(report.get("costs"));
        assertThat(ReportDigest.of(changed)).isNotEqualTo(ReportDigest.of(report));
    }

    @Test
    void readsAsTextWithTheNumbersAndTheirBounds() {
        String text = report("text/plain").body();

        assertThat(text)
                .startsWith("reported/1: PROMOTE, PROMOTED (verdict_promote)\n")
                .contains(", seed 42, measured for 6s (planned 2m at time scale 0.05).\n")
                .contains("active_series  goal  12,480    4,310      -65.5 %  -67.1 % .. -63.8 % (95 %)  pass")
                .contains("  - saves 65.5 % of the active series")
                .contains("Same input for candidate: pass")
                .contains("grafana-cloud 2026-10 (not verified)  100.00 USD  65.50 USD  63.80 USD .. 67.10 USD  gross")
                .contains("  - list price of one series");
    }

    @Test
    void readsAsMarkdownByHeaderOrByParameter() {
        HttpResponse<String> byHeader = report("text/markdown");
        HttpResponse<String> byParameter = api.get(PATH + "/" + id + "/report?format=markdown", ApiServer.VIEWER);

        assertThat(byHeader.headers().firstValue("Content-Type").orElse("")).startsWith("text/markdown");
        assertThat(byHeader.body())
                .startsWith("## reported/1: PROMOTE")
                .contains("| metric | role | baseline |", "| --- | --- |", "| active\\_series | goal | 12,480 |")
                .contains(
                        "| candidate | grafana-cloud 2026-10 (not verified) | 100.00 USD | 65.50 USD | 63.80 USD .. 67.10 USD | gross |")
                .contains("- list price of one series");
        assertThat(byParameter.body()).isEqualTo(byHeader.body());
        assertThat(api.get(PATH + "/" + id + "/report?format=pdf", ApiServer.VIEWER)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void readsAsOnePageThatNeedsNothingElse() {
        HttpResponse<String> page = report("text/html");

        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "<h1>reported/1: PROMOTE, PROMOTED (verdict_promote)</h1>\n<p>candidate saves 65.5 % of active_series")
                .contains("<h2>Over time</h2>", "<h2>What happened</h2>", "100.00 USD", "</html>")
                .doesNotContain("<script");
    }

    @Test
    void showsMeasurementsWithNullForWhatIsMissing() {
        MeasurementsResponse measured = Json.read(
                api.get(PATH + "/" + id + "/measurements", ApiServer.VIEWER).body(), MeasurementsResponse.class);

        assertThat(measured.items()).singleElement().satisfies(item -> {
            assertThat(item.metric()).isEqualTo("active_series");
            assertThat(item.step()).isEqualTo("2s");
            assertThat(item.values()).containsExactly(1.0, null, 3.0);
        });
    }

    @Test
    void showsConfigurationsAndTheWorkflow() {
        String yaml = "receivers: {otlp: {}}\n";
        PipelineStore pipelines = api.bean(PipelineStore.class);
        pipelines.put(
                TenantId.DEFAULT,
                new RenderedPipeline(new PipelineRef("process-baseline-v1", Map.of()), ConfigHash.of(yaml), yaml));
        pipelines.assign(TenantId.DEFAULT, ExperimentId.of(id), Map.of("baseline", ConfigHash.of(yaml)));

        HttpResponse<String> configuration = api.get(PATH + "/" + id + "/configs/baseline", ApiServer.VIEWER);

        assertThat(configuration.body()).isEqualTo(yaml);
        assertThat(configuration.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/yaml");
        assertThat(api.get(PATH + "/" + id + "/configs/other", ApiServer.VIEWER).body())
                .contains("there are baseline");
        assertThat(api.get(PATH + "/" + id + "/workflow", ApiServer.VIEWER).body())
                .contains("http://127.0.0.1:8233/namespaces/phoenix/workflows/exp%2F", "/run-1/history");
    }

    private static HttpResponse<String> report(String accept) {
        HttpRequest.Builder request =
                api.request(PATH + "/" + id + "/report", ApiServer.VIEWER).header("Accept", accept);
        return api.send(request.GET());
    }

    private static AnalysisResult analysis() {
        Reason reason = new Reason("GOAL_MET", "active_series", "saves 65.5 % of the active series");
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                Verdict.PROMOTE,
                List.of(reason),
                "fleet",
                List.of(new CandidateResult("candidate", Verdict.PROMOTE, List.of(reason), 1, List.of(metric()))),
                Map.of("candidate", new ParityResult("pass", List.of(), 1.0, 0.999, 1.001)),
                Map.of(),
                "sha256:0");
    }

    private static MetricResult metric() {
        return new MetricResult(
                "active_series",
                "goal",
                "pass",
                List.of("GOAL_MET"),
                60,
                1.0,
                12480.0,
                4310.0,
                0.345,
                0.655,
                0.95,
                0.329,
                0.362,
                null,
                null,
                0.001,
                24,
                0.0,
                24.0,
                23.0,
                "BLOCKS",
                List.of(),
                1e-9,
                false,
                null,
                null,
                null,
                Map.of());
    }

    private static CostEstimate cost() {
        return new CostEstimate(
                "candidate",
                "grafana-cloud",
                "2026-10",
                false,
                usd("100"),
                usd("65.5"),
                usd("63.8"),
                usd("67.1"),
                List.of("list price of one series"));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
