package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.EventResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.Json;
import io.phoenix.client.MeasurementResponse;
import io.phoenix.client.QueryResponse;
import io.phoenix.client.ReportFormat;
import io.phoenix.client.ReportResponse;
import io.phoenix.client.TargetGenerationResponse;
import io.phoenix.client.TargetResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What {@code ./phoenix demo} has left, looked at from every side, after the platform was stopped and started again. */
@EndToEnd
@Order(3)
final class PromotionIT {
    private static Answer demo;
    private static Platform platform;
    private static @Nullable ExperimentResponse ended;

    @BeforeAll
    static void runTheDemo(Readme readme) {
        demo = readme.run(Readme.DEMO);
        readme.run(Readme.DOWN);
    }

    /** Only now: whoever asks for the platform starts it. */
    @BeforeEach
    void startAgain(Platform shared) {
        platform = shared;
        if (ended == null) {
            String answer = platform.done("experiment", "get", "demo-priority/1", "-o", "json");
            ended = Json.read(answer, ExperimentResponse.class);
        }
    }

    @Test
    void saysOnTheWayWhereItStands() {
        assertThat(demo.code()).as("%s", demo).isZero();
        assertThat(demo.err()).contains("Measure", "window", "PROMOTED");
        assertThat(demo.out()).contains("demo-priority/1: PROMOTE, PROMOTED", "Times:", "./phoenix down");
    }

    @Test
    void endsPromotedWithItsVerdict() {
        assertThat(ended.phase()).as("%s", ended).isEqualTo("COMPLETED");
        assertThat(ended.verdict()).isEqualTo("PROMOTE");
        assertThat(ended.outcome()).isEqualTo("PROMOTED");
        assertThat(ended.cleanup()).isEqualTo("CLEAN");
        assertThat(ended.errorCode()).isNull();
    }

    @Test
    void raisesTheGenerationOfTheTargetByOneAndItsCollectorRunsTheCandidate() {
        TargetResponse after = platform.client().target("demo");
        List<TargetGenerationResponse> history =
                platform.client().history("demo").items();

        assertThat(history).hasSize(2);
        assertThat(history.getFirst().changedBy()).contains(ended.id());
        assertThat(after.generation()).isEqualTo(history.getLast().generation() + 1);
        assertThat(after.active().template()).isEqualTo("process-priority-filter-v1");
        assertThat(after.activeHash()).isNotEqualTo(history.getLast().hash());
        assertThat(after.holder()).isNull();
        assertThat(platform.runningHash()).isEqualTo(after.activeHash());
    }

    @Test
    void reportsTheSavingWithItsInterval() {
        ReportResponse report = platform.client().report(ended.id());

        assertThat(report.verdict()).isEqualTo("PROMOTE");
        Map<?, ?> goal = metric(report, "active_series");
        double baseline = ((Number) goal.get("baselineMean")).doubleValue();
        double candidate = ((Number) goal.get("candidateMean")).doubleValue();
        assertThat(goal.get("outcome")).isEqualTo("pass");
        assertThat(baseline).isGreaterThan(500);
        assertThat(candidate).isBetween(0.05 * baseline, 0.8 * baseline);
    }

    @Test
    void reportsTheSameAsTextAndMarkdown() {
        String text = platform.done("report", "show", "demo-priority");
        String markdown = platform.client().report(ended.id(), ReportFormat.MARKDOWN);

        assertThat(text).contains("demo-priority/1: PROMOTE, PROMOTED", "active_series", "collector_memory");
        assertThat(markdown).contains("## demo-priority/1: PROMOTE", "| active\\_series | goal |");
    }

    @Test
    void pricesTheSaving() {
        ReportResponse report = platform.client().report(ended.id());

        assertThat(report.costs())
                .singleElement()
                .satisfies(cost -> assertThat(cost)
                        .containsEntry("book", "grafana-cloud")
                        .containsEntry("candidate", "candidate"));
        assertThat(platform.client().report(ended.id(), ReportFormat.TEXT)).contains("grafana-cloud", "USD");
    }

    @Test
    void thePlatformsPrometheusHasTheVerdictAndTheRatio() {
        PrometheusAnswers prometheus = new PrometheusAnswers(platform);
        String run = "{name=\"demo-priority/1\"}";

        assertThat(prometheus.await("phoenix_experiment_verdict{name=\"demo-priority/1\",verdict=\"PROMOTE\"}"))
                .isEqualTo(1);
        assertThat(prometheus.await("phoenix_experiment_looks_left" + run)).isZero();
        assertThat(prometheus.await(
                        "phoenix_experiment_ratio_upper{name=\"demo-priority/1\",metric=\"active_series\"}"))
                .isBetween(0.05, 0.8);
        // A worker that another test has just ended is up again at the next scrape.
        assertThat(prometheus.await("up{job=\"phoenix-worker\"} == 1")).isEqualTo(1);
    }

    @Test
    void keepsEveryQueryAndWhatEachHostContributed() {
        ReportResponse report = platform.client().report(ended.id());

        assertThat(report.queries())
                .extracting(QueryResponse::subject)
                .contains("active_series", "active_series by host", "critical_processes");
        assertThat(report.queries())
                .extracting(QueryResponse::expression)
                .allSatisfy(expression -> assertThat(expression).contains(ended.id()));
        assertThat((List<?>) report.data().get("hosts"))
                .isNotEmpty()
                .allSatisfy(hosts -> assertThat((Map<?, ?>) ((Map<?, ?>) hosts).get("totals"))
                        .hasSize(3));
        assertThat(report.analysis()).containsEntry("scope", "host");
    }

    @Test
    void storesCompleteWindowsOfBothVariants() {
        List<MeasurementResponse> series = platform.client().measurements(ended.id()).items().stream()
                .filter(measured -> measured.metric().equals("active_series"))
                .toList();

        assertThat(series).extracting(MeasurementResponse::variant).contains("baseline", "candidate");
        assertThat(series)
                .extracting(MeasurementResponse::quality)
                .contains("COMPLETE")
                .doesNotContain("DOWN");
        assertThat(series.stream()
                        .filter(measured -> measured.variant().equals("candidate"))
                        .mapToInt(measured -> measured.values().size())
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void tellsItsEventsInOrder() {
        List<EventResponse> events = platform.client().events(ended.id()).items();

        assertThat(events).extracting(EventResponse::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(events).extracting(EventResponse::at).isSorted();
        assertThat(events.stream().map(EventResponse::phase).distinct())
                .containsSubsequence("INITIALIZING", "RUNNING", "ANALYZING", "PROMOTING", "COMPLETED");
    }

    @Test
    void leavesNothingRunningAndEverythingWritten() {
        assertThat(platform.traces().of(ended.id())).isEmpty();
        assertThat(platform.database().rows("measurements", ended.id())).isPositive();
        assertThat(platform.database().rows("experiment_events", ended.id())).isPositive();
        assertThat(platform.database().audited(ended.id())).isPositive();
        assertThat(platform.client().experiment(ended.id()).spec()).containsEntry("name", "demo-priority");
        assertThat(platform.client().configuration(ended.id(), "candidate")).contains("filter/low");
    }

    private static Map<?, ?> metric(ReportResponse report, String name) {
        List<?> candidates = (List<?>) report.analysis().get("candidates");
        List<?> metrics = (List<?>) ((Map<?, ?>) candidates.getFirst()).get("metrics");
        return metrics.stream()
                .map(metric -> (Map<?, ?>) metric)
                .filter(metric -> name.equals(metric.get("name")))
                .findFirst()
                .orElseThrow();
    }
}
