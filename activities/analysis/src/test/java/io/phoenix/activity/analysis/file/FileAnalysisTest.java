package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.HostTotals;
import io.phoenix.activity.analysis.report.AnalysisSections;
import io.phoenix.activity.analysis.report.HtmlPage;
import io.phoenix.activity.analysis.report.Section;
import io.phoenix.activity.analysis.report.Writers;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.error.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAnalysisTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Golden set G1, recomputed with R and exact arithmetic. */
    @Test
    void decidesAFileByTheEstimatorOfExperiments() {
        AnalysisResult result = AFile.analyze(AFile.csv(AFile.rows()));

        MetricResult goal = result.candidates().getFirst().metrics().getFirst();
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(goal.ratio()).isEqualTo(0.6000082206675, within(1e-12));
        assertThat(goal.standardError()).isEqualTo(0.0001855662748964, within(1e-14));
        assertThat(goal.ratioUpper()).isEqualTo(0.6004411128053, within(1e-12));
    }

    /** What is shown beside, below {@code shown}, may grow; everything else of this file stays as it is. */
    @Test
    void writesTheSameBytesAsEver() throws IOException {
        JsonNode written = JSON.readTree(json(AFile.analyze(AFile.csv(AFile.rows()))));
        written.at("/candidates/0/metrics").forEach(metric -> ((ObjectNode) metric).remove("shown"));

        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n")
                .isEqualTo(resource("golden-result.json"));
    }

    @Test
    void saysTheSameToPeopleAsEver() throws IOException {
        SeriesGrid grid = AFile.sound(AFile.csv(AFile.rows()));
        List<Section> sections =
                AnalysisSections.ofFile("series.csv", FileAnalysis.of(AFile.plan(AFile.PLAN), grid), grid.measured());

        assertThat(Writers.text(sections)).isEqualTo(resource("golden-report.txt"));
        assertThat(Writers.markdown(sections)).isEqualTo(resource("golden-report.md"));
        assertThat(HtmlPage.of(sections)).isEqualTo(resource("golden-report.html"));
    }

    @Test
    void doesNotDependOnTheOrderOfRowsOnTheLocaleOrOnTheTimeZone() throws IOException {
        String expected = json(AFile.analyze(AFile.csv(AFile.rows())));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (int seed = 0; seed < 3; seed++) {
                List<String> rows = AFile.rows();
                Collections.shuffle(rows, new Random(seed));
                Locale.setDefault(List.of(Locale.GERMANY, Locale.of("ar", "EG"), Locale.of("tr", "TR"))
                        .get(seed));
                TimeZone.setDefault(TimeZone.getTimeZone(List.of("Asia/Kathmandu", "America/St_Johns", "Pacific/Apia")
                        .get(seed)));

                assertThat(json(AFile.analyze(AFile.csv(rows)))).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** An empty reply of Prometheus is one that says nothing, not one that is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10,active_series,baseline,1\n20,active_series,baseline,2\n",
                "10,active_series,candidate,1\n20,active_series,candidate,2\n",
                "10,active_series,source,1\n"
            })
    void aVariantWithoutSamplesIsInvalidForWantOfData(String rows) {
        AnalysisResult result = AFile.analyze(AFile.HEADER + "\n" + rows);

        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.reasons()).extracting(Reason::code).contains("NO_DATA");
        assertThat(result.candidates()).singleElement().extracting("name").isEqualTo("candidate");
    }

    @Test
    void fitsThePublishedSchemaWhateverTheVerdict() throws IOException {
        List<AnalysisResult> results = List.of(
                AFile.analyze(AFile.csv(AFile.rows())),
                AFile.analyze(AFile.HEADER + "\n10,active_series,baseline,1\n10,active_series,candidate,0"),
                AFile.analyze(AFile.csv(AFile.rows()).replace("candidate", "a")
                        + AFile.csv(renamed("b"))
                                .lines()
                                .skip(1)
                                .filter(row -> row.contains(",b,"))
                                .reduce("", (l, r) -> l + r + "\n")),
                AFile.analyze(AFile.csv(AFile.rows().subList(0, 30 * 12))));

        for (AnalysisResult result : results) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(ResultTree.schema())
                            .validate(JSON.readTree(json(result))))
                    .isEmpty();
        }
        assertThat(results).extracting(AnalysisResult::verdict).contains(Verdict.PROMOTE, Verdict.INVALID);
        assertThat(results.get(2).candidates()).hasSize(2);
    }

    @Test
    void publishesEveryReasonCodeInTheSchemaAndInTheTable() throws IOException {
        List<String> codes = new ArrayList<>();
        JSON.readTree(ResultTree.schema())
                .at("/$defs/reasonCode/oneOf")
                .forEach(code -> codes.add("| `" + code.get("const").asText() + "` | "
                        + code.get("description").asText() + " |"));
        List<String> table = Files.readAllLines(Path.of("FILES.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        List<String> expected = Arrays.stream(ReasonCode.values())
                .map(code -> "| `" + code.name() + "` | " + code.sentence() + " |")
                .toList();

        assertThat(codes).containsExactlyElementsOf(expected);
        assertThat(table).containsExactlyElementsOf(expected);
    }

    @Test
    void appliesTheUsualGuardrailsToWhatTheFileHas() {
        String plan = "step: 10s\nmemory: 60s\ncriteria: {goals: [{metric: active_series, minimumSaving: 0.2}]}\n";

        AnalysisResult result = FileAnalysis.of(AFile.plan(plan), AFile.sound(AFile.csv(AFile.rows())));

        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(result.reasons())
                .extracting(Reason::metric)
                .containsExactly("active_series", "collector_cpu", "dropped_points");
    }

    @Test
    void promotesNothingThatMustSaveMoneyWithoutAPrice() {
        String plan = AFile.PLAN + "  minimumMonthlySaving: {amount: 100, currency: USD, book: grafana-cloud}\n";

        AnalysisResult result = FileAnalysis.of(AFile.plan(plan), AFile.sound(AFile.csv(AFile.rows())));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons()).extracting(Reason::code).containsExactly("SAVING_UNPRICED");
    }

    @Test
    void findsTheSameAgainInTheDataThatAReportHolds() throws IOException {
        AnalysisInput input = FileAnalysis.input(AFile.plan(AFile.PLAN), AFile.sound(AFile.csv(AFile.rows())));
        Map<?, ?> data = JSON.readValue(JSON.writeValueAsString(EmbeddedData.of(input)), Map.class);

        AnalysisInput read = EmbeddedData.read(data, input.plan().criteria()).orElseThrow();

        assertThat(AnalysisEngine.analyze(read)).isEqualTo(AnalysisEngine.analyze(input));
        assertThat(EmbeddedData.read(Map.of("windows", 5), input.plan().criteria()))
                .isEmpty();
    }

    @Test
    void findsTheFleetAgainInTheDataThatAReportHolds() throws IOException {
        AnalysisInput input = FileAnalysis.input(AFile.plan(AFile.PLAN), AFile.sound(AFile.csv(AFile.rows())));
        Map<String, Double> totals = new TreeMap<>(Map.of("a", 1.0, "b", 2.5, "c", 4.0, "d", 3.0, "e", 0.1 + 0.2));
        totals.put("seldom", Double.NaN);
        AnalysisInput ofHosts = new AnalysisInput(
                input.plan(),
                input.candidates(),
                input.grid(),
                input.measured(),
                input.findings(),
                List.of(
                        new HostTotals(Metric.ACTIVE_SERIES, "baseline", totals),
                        new HostTotals(Metric.ACTIVE_SERIES, "candidate", totals)));
        Map<?, ?> data = JSON.readValue(JSON.writeValueAsString(EmbeddedData.of(ofHosts)), Map.class);

        AnalysisInput read = EmbeddedData.read(data, input.plan().criteria()).orElseThrow();

        assertThat(read.hosts()).isEqualTo(ofHosts.hosts());
        assertThat(AnalysisEngine.analyze(read)).isEqualTo(AnalysisEngine.analyze(ofHosts));
    }

    @Test
    void readsTheDataOfAReportFromBeforeHostsWereMeasured() throws IOException {
        AnalysisInput input = FileAnalysis.input(AFile.plan(AFile.PLAN), AFile.sound(AFile.csv(AFile.rows())));
        Map<?, ?> data = JSON.readValue(JSON.writeValueAsString(EmbeddedData.of(input)), Map.class);
        data.remove("hosts");

        assertThat(EmbeddedData.read(data, input.plan().criteria())).isPresent();
    }

    @Test
    void namesEveryPlaceWhereTwoResultsDiffer() {
        Map<String, Object> stored = Map.of("a", List.of(Map.of("x", 1, "y", 2.0)), "b", "same");
        Map<String, Object> computed = Map.of("a", List.of(Map.of("x", 1.0, "y", 3)), "b", "same", "c", true);

        assertThat(Differences.between(stored, computed))
                .containsExactly(
                        "a[0].y: the report says 2.0, computed is 3", "c: the report says nothing, computed is true");
    }

    @Test
    void aFileIsTheLastLookUnlessItsPlanSaysWhichItIs() throws IOException {
        SeriesGrid grid = AFile.sound(AFile.csv(AFile.rows()));
        AnalysisResult last = FileAnalysis.of(AFile.plan(AFile.PLAN + "  looks: 4\n"), grid);
        AnalysisResult early = FileAnalysis.of(AFile.plan(AFile.PLAN + "  looks: 4\ninformation: [0.25, 0.5]\n"), grid);

        assertThat(last.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(sentence(last)).contains("saves 40.0 %", "Found at the last look, look 4 of 4.");
        assertThat(early.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(sentence(early))
                .contains(
                        "a guardrail can break at any look",
                        "Found at look 2 of 4, after 50.0 % of the planned pairs.");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(ResultTree.schema())
                        .validate(JSON.readTree(json(early))))
                .isEmpty();
    }

    @Test
    void aPlanThatAResultCarriesAndItsDataGiveTheSameLookAgain() throws IOException {
        AnalysisInput input = FileAnalysis.input(
                AFile.plan(AFile.PLAN + "  looks: 4\ninformation: [0.25, 0.5]\n"),
                AFile.sound(AFile.csv(AFile.rows())));
        Map<?, ?> data = JSON.readValue(JSON.writeValueAsString(EmbeddedData.of(input)), Map.class);

        AnalysisInput read = EmbeddedData.read(data, input.plan().criteria()).orElseThrow();

        assertThat(AnalysisEngine.analyze(read)).isEqualTo(AnalysisEngine.analyze(input));
    }

    private static String sentence(AnalysisResult result) {
        return Writers.text(List.of(AnalysisSections.sentence(result)));
    }

    @Test
    void tellsMistakesOfAPlanWithTheirLines() {
        Validation.Invalid<?> read = (Validation.Invalid<?>) PlanFile.read("""
                step: soon
                criteria:
                  goals:
                    - {metric: active_series,
                       minimumSaving: 2}
                  looks: many
                """);

        assertThat(read.violations())
                .extracting(violation -> violation.message().split(": ")[0] + " "
                        + violation.message().split(": ")[1])
                .containsExactlyInAnyOrder(
                        "line 1 /step", "line 5 /criteria/goals/0/minimumSaving", "line 6 /criteria/looks");
    }

    private static List<String> renamed(String name) {
        return AFile.rows().stream().map(row -> row.replace("candidate", name)).toList();
    }

    private static String json(AnalysisResult result) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ResultTree.of(result));
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ResultTree.class.getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
