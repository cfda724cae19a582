package io.phoenix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CalibrateCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @Test
    void simulatesWhatIsNamedAndSaysHowFarItIs() {
        assertThat(phoenix("--runs 100 --regime iid,ma-20 --points 120,480")).isZero();

        assertThat(messages.toString().lines()).last().asString().startsWith("calibrate   4 of 4 cells in ");
        assertThat(out.toString().lines().filter(line -> line.matches("  (iid|ma-20) .*")))
                .hasSize(4)
                .last()
                .asString()
                .matches("  ma-20 +480 +24\\.0 +[0-9.]+ \\([0-9.]+\\) .* ok");
        assertThat(out.toString())
                .contains("  Written by ./phoenix calibrate --runs 100 --regime iid,ma-20 --points 120,480. The same ")
                .contains("100 runs a cell, seed 1.")
                .contains("is at most 5.5 % in ")
                .contains("the memory being the regime's true one. held back");
    }

    @Test
    void writesEveryCellForPrograms() {
        phoenix("--runs 20 --duration-per-memory 4,24 --points 48 -o csv");
        List<String> lines = out.toString().lines().toList();
        phoenix("--runs 20 --regime iid --points 48 -o json");
        phoenix("--runs 20 --regime iid --points 48 -o markdown");

        assertThat(lines).hasSize(1 + 2 * 7).allMatch(line -> line.split(",").length == 29);
        assertThat(lines.getFirst())
                .startsWith("kind,regime,pairs,memorySteps,durationPerMemory,saving,runs,heldBack,");
        assertThat(lines.get(1)).startsWith("slow,slow-0.2-in-4-memories,48,").contains(",1.0,short,");
        assertThat(out.toString())
                .contains("\"schema\" : \"phoenix.calibration/v1\",", "\"primaryFalsePositives\" : ")
                .contains("| regime | pairs | D | primary % | power % |", "| iid | 48 | 48.0 | ");
    }

    @Test
    void printsTheSameForTheSameSeed() {
        phoenix("--runs 100 --regime ar-.9 --points 120 -o json");
        String first = out.toString();
        out.getBuffer().setLength(0);
        phoenix("--runs 100 --regime ar-.9 --points 120 -o json");

        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void exitsWithOneOnlyWhenItIsAskedToCheck() {
        // One run that errs, though it is promised to do so in 16.5 % of the cases only.
        String broken = "--runs 1 --regime ar-.7 --points 120 --confidence .85 --seed ";
        String seed = IntStream.rangeClosed(1, 50)
                .mapToObj(String::valueOf)
                .filter(candidate -> phoenix(broken + candidate + " --check") == ExitCode.ERROR)
                .findFirst()
                .orElseThrow();

        assertThat(phoenix(broken + seed)).isZero();
        assertThat(out.toString()).contains("; it is larger in ar-.7 at 120 pairs (100.00 %).");
    }

    /** With the promised rate p two Monte-Carlo errors of 2 p are p from 8 (1 - 2 p) / p = 129.5 runs on. */
    @Test
    void saysThatTooFewRunsCheckNothing() {
        String few = "--runs 20 --regime iid --points 120";

        assertThat(phoenix(few + " --check -o json")).isEqualTo(ExitCode.UNDECIDED);
        assertThat(out.toString())
                .contains("\"promise\" : \"too_few_runs\"", "\"promised\" : 0.055,")
                .contains("Too few runs to tell in 1 cell whether the promise is kept: give --runs 130 or more.");
        assertThat(messages.toString())
                .contains("phoenix: not checked: with 20 runs a cell ", "give --runs 130 or more");
        assertThat(phoenix(few)).isZero();
        assertThat(out.toString()).containsPattern("  iid +120 .* too few runs\\R");
        assertThat(phoenix("--runs 130 --regime iid --points 120 --check")).isZero();
    }

    @Test
    void resamplesAFileOfSeries() throws IOException {
        String series = file("series.csv", series(200));

        assertThat(phoenix("--runs 50 --points 120 --step 1s --pilot " + series))
                .isZero();
        assertThat(out.toString())
                .contains("active_series: 200 pairs, resampled ", "estimated from the pilot")
                .contains(
                        "D: duration over memory, the memory being what is declared of the pilot, else estimated from it.")
                .contains("The saving whose power is given: active_series ")
                .doesNotContain("\n  iid ");
        assertThat(phoenix("--runs 50 --points 120 --step 1s --memory 2s --pilot " + series))
                .isZero();
        assertThat(out.toString()).contains("resampled 20 in a row; memory 2.0 steps, as declared");
    }

    @Test
    void resamplesTheSeriesOfAReport() throws IOException {
        String report = file("report.json", report(100));

        assertThat(phoenix("--runs 50 --points 48 --report " + report)).isZero();
        assertThat(out.toString()).contains("active_series: 100 pairs, resampled 20 in a row; memory 2.0 steps, as");
        assertThat(phoenix("--runs 50 --points 48 --memory 10s --report " + report))
                .isZero();
        assertThat(out.toString()).contains("active_series: 100 pairs, resampled 10 in a row; memory 1.0 steps, as");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--runs 0|--runs must be from 1",
                "--runs many|is not a whole number",
                "--points 47|--points must be from 48",
                "--duration-per-memory 0|--duration-per-memory must be from 1",
                "--confidence 1|--confidence must be",
                "--confidence NaN|--confidence must be",
                "--effect 0|--effect must be",
                "--regime ar|there is no regime ar, only iid, ar-.7,",
                "--pilot series.csv|--pilot needs --step",
                "--step 1s|--step needs --pilot",
                "--memory 1s|--memory must",
                "--pilot nowhere.csv --step 1s|there is no file nowhere.csv",
                "--pilot a --step 1s --report b|give --pilot or --report, not both",
                "--output pdf|Invalid value"
            })
    void exitsWithTwoAndSaysWhy(String line, String why) {
        assertThat(phoenix(line)).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString()).startsWith("phoenix: ").contains(why);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void namesAFileThatCannotBeResampled() throws IOException {
        String tiny = file("tiny.csv", series(20));
        String report = file("report.json", "{\"analysis\":{},\"data\":{}}");

        assertThat(phoenix("--step 1s --pilot " + tiny)).isEqualTo(ExitCode.USAGE);
        assertThat(phoenix("--report " + report)).isEqualTo(ExitCode.USAGE);
        assertThat(messages.toString())
                .contains("tiny.csv cannot be resampled: active_series: 20 complete pairs, 48 are needed.")
                .contains("report.json cannot be resampled: it holds no series");
    }

    /** As {@code report show -o json} prints it, as far as it is read. */
    private static String report(int points) {
        return """
                {"analysis": {"plan": {"step": "10s", "criteria": {"goals": [{"metric": "active_series", "minimumSaving": 0.2}]}}},
                 "data": {"evidence": "REQUIRED", "step": "PT10S", "memory": "PT20S", "inputInterval": null,
                  "declaredReductions": {"candidate": null},
                  "windows": [{"index": 0, "segment": 0, "start": "2026-11-01T00:00:00Z", "end": "%s", "step": "PT10S"}],
                  "series": [%s, %s]}}
                """.formatted(
                        Instant.parse("2026-11-01T00:00:00Z").plusSeconds(10L * points),
                        side("baseline", points, 7),
                        side("candidate", points, 11));
    }

    private static String side(String variant, int points, int period) {
        String values = IntStream.range(0, points)
                .mapToObj(t -> String.valueOf(50 + t * t % period))
                .collect(Collectors.joining(","));
        return """
                {"metric": "active_series", "variant": "%s", "window": 0, "quality": "COMPLETE", "infinite": 0, "values": [%s]}
                """.formatted(variant, values);
    }

    private static String series(int rows) {
        StringBuilder text = new StringBuilder("time,metric,variant,value\n");
        for (int t = 1; t <= rows; t++) {
            text.append(t)
                    .append(",active_series,baseline,")
                    .append(100 + t % 7)
                    .append('\n');
            text.append(t)
                    .append(",active_series,candidate,")
                    .append(60 + t * t % 11)
                    .append('\n');
        }
        return text.toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private int phoenix(String line) {
        CommandLine root = Main.commandLine(new CliContext(Installation.of(Map.of(), directory), Map.of(), false));
        root.setOut(new PrintWriter(out, true));
        root.setErr(new PrintWriter(messages, true));
        return root.execute(("calibrate " + line).split(" "));
    }
}
