package io.phoenix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.file.EmbeddedData;
import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.ResultTree;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyzeCommandTest {
    private static final String PLAN = """
            step: 1s
            criteria:
              goals: [{metric: active_series, minimumSaving: 0.2}]
              guardrails: []
            """;

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @ParameterizedTest
    @CsvSource({"70, 0, PROMOTE", "95, 3, REJECT"})
    void exitsByTheVerdict(int candidate, int code, String verdict) throws IOException {
        assertThat(analyze(series(100, candidate), "text")).isEqualTo(code);
        assertThat(out.toString()).contains("series.csv: " + verdict).contains("active_series  goal");
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void exitsAsUndecidedWhenTheDataCannotBeTrusted() throws IOException {
        String gap = series(100, 70).replaceAll("(?m)^[23]\\d,active_series,candidate,70\\R", "");

        assertThat(analyze(gap, "json")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString()).contains("\"verdict\" : \"INVALID\"").contains("\"code\" : \"LOW_COVERAGE\"");
    }

    @Test
    void writesEveryFormat() throws IOException {
        analyze(series(100, 70), "markdown");
        analyze(series(100, 70), "html");
        analyze(series(100, 70), "json");

        assertThat(out.toString())
                .contains("| active\\_series | goal | 100 | 70 | -30.0 % |")
                .contains("<!DOCTYPE html>", "<svg", "</html>\n")
                .contains("{\n  \"schema\" : \"phoenix.analysis/v1\",");
    }

    @Test
    void readsStandardInput() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(series(100, 70).getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(phoenix("analyze", "--plan", file("plan.yaml", PLAN), "--series", "-"))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).startsWith("standard input: PROMOTE");
    }

    @Test
    void readsOneFileOnlyFromStandardInput() {
        assertThat(phoenix("analyze", "--plan", "-", "--series", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString())
                .contains(
                        "--plan and --series are both -, but standard input is one file: name a file for one of them");
    }

    @Test
    void tellsEveryFaultOfBothFilesInOneMessage() throws IOException {
        String plan = file("plan.yaml", "step: soon\ncriteria:\n  goals: []\n");
        String series = file("series.csv", "time,metric,variant,value\n1,up,baseline,x\n1,up\n");

        assertThat(phoenix("analyze", "--plan", plan, "--series", series)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(messages.toString().lines().map(line -> line.replaceAll(": .*", "")))
                .containsExactly("phoenix", "  line 1", "  line 3", series + " has faults:", "  line 2", "  line 3");
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThat(phoenix("analyze", "--plan", "nowhere.yaml", "--series", "-"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).isEqualTo("phoenix: there is no file nowhere.yaml" + System.lineSeparator());
    }

    @Test
    void verifiesItsOwnResultWithTheSeries() throws IOException {
        analyze(series(100, 70), "json");
        String result = file("result.json", out.toString());
        String changed = file("changed.json", out.toString().replace("\"ratio\" : 0.7,", "\"ratio\" : 0.6,"));
        String series = directory.resolve("series.csv").toString();
        out.getBuffer().setLength(0);

        assertThat(phoenix("report", "verify", result, "--series", series)).isZero();
        assertThat(out.toString()).startsWith("identical: PROMOTE, sha256:");
        assertThat(phoenix("report", "verify", changed, "--series", series)).isEqualTo(ExitCode.ERROR);
        assertThat(out.toString()).contains("candidates[0].metrics[0].ratio: the report says 0.6, computed is 0.7");
        assertThat(phoenix("report", "verify", result)).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).contains("it holds no series; name them with --series");
    }

    @Test
    void verifiesAPageByTheReportInIt() throws IOException {
        String series = file("series.csv", series(1000, 600));
        analyze(series(1000, 600), "html");
        String page = out.toString();
        out.getBuffer().setLength(0);

        assertThat(phoenix("report", "verify", file("page.html", page), "--series", series))
                .isZero();
        assertThat(out.toString())
                .startsWith("identical: PROMOTE, sha256:")
                .contains("as it was written: what the page shows");
        assertThat(page).contains("breaks no guardrail");
        assertThat(phoenix(
                        "report",
                        "verify",
                        file("changed.html", page.replaceFirst("breaks no guardrail", "breaks a guardrail")),
                        "--series",
                        series))
                .isEqualTo(ExitCode.ERROR);
        assertThat(out.toString()).contains("different in 1 place", "what the page shows changed since");
        assertThat(phoenix(
                        "report",
                        "verify",
                        file("earlier.html", page.replaceFirst("<!-- sha256:.*", "")),
                        "--series",
                        series))
                .isZero();
        assertThat(out.toString()).contains("taken as it stands, since the report has no digest of it: what the page");
        assertThat(phoenix("report", "verify", file("bare.html", page.replace("<template id", "<b id"))))
                .isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"phase\":\"RUNNING\"', 0, identical: PROMOTE",
        "'\"phase\":\"CANCELLED\"', 0, identical: PROMOTE",
        "'\"phase\":\"COMPLETED\"', 1, 'verdict: the report says nothing, computed is PROMOTE'",
    })
    void verifiesAReportOfARunThatHasNotDecided(String phase, int code, String said) throws IOException {
        AnalysisInput input = FileAnalysis.input(
                AnalysisPlanReader.read(SpecText.parse(PLAN).orThrow(ErrorCode.INVALID_SPEC))
                        .orThrow(ErrorCode.INVALID_SPEC),
                SeriesReader.read(
                                new ByteArrayInputStream(series(100, 70).getBytes(StandardCharsets.UTF_8)),
                                Duration.ofSeconds(1),
                                SeriesReader.Options.NONE)
                        .orThrow(ErrorCode.INVALID_REQUEST));
        String report = "{\"experiment\":{%s},\"analysis\":%s,\"data\":%s}"
                .formatted(
                        phase,
                        Json.write(ResultTree.of(AnalysisEngine.analyze(input))),
                        Json.write(EmbeddedData.of(input)));

        assertThat(phoenix("report", "verify", file("report.json", report))).isEqualTo(code);
        assertThat(out.toString()).contains(said);
    }

    @Test
    void refusesToVerifyWhatIsNoReport() throws IOException {
        assertThat(phoenix("report", "verify", file("a.json", "[1]"))).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("report", "verify", file("b.json", "{\"verdict\":\"PROMOTE\"}")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("report", "verify", file("c.json", "{\"schema\":\"x\",\"plan\":{\"step\":\"1s\"}}")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString().lines()).hasSize(3).allMatch(line -> line.contains("cannot be verified: "));
    }

    private int analyze(String series, String format) throws IOException {
        return phoenix(
                "analyze", "--plan", file("plan.yaml", PLAN), "--series", file("series.csv", series), "-o", format);
    }

    private static String series(int baseline, int candidate) {
        StringBuilder rows = new StringBuilder("time,metric,variant,value\n");
        for (int t = 10; t < 90; t++) {
            rows.append(t).append(",active_series,baseline,").append(baseline).append('\n');
            rows.append(t).append(",active_series,candidate,").append(candidate).append('\n');
        }
        return rows.toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private int phoenix(String... arguments) {
        CommandLine line = Main.commandLine(new CliContext(Installation.of(Map.of(), directory), Map.of(), false));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(messages, true));
        return line.execute(arguments);
    }
}
