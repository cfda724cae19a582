package io.phoenix.activity.analysis.file;

import io.phoenix.activity.analysis.GoldenSeries;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files of series: the golden set G1 with two guardrails and a critical process, as one might export it. */
final class AFile {
    static final String PLAN = """
            step: 10s
            memory: 60s
            criteria:
              goals: [{metric: active_series, minimumSaving: 0.2}]
              guardrails:
                - {metric: collector_cpu, maximumIncrease: 0.1}
                - {metric: dropped_points, maximum: 0}
              criticalProcesses: [postgres]
            """;
    static final String HEADER = "time,metric,variant,value";
    static final long START = 1793520000L;

    private AFile() {}

    /** The rows of a whole file, without its header. */
    static List<String> rows() {
        double[] base = GoldenSeries.line(10000, 200, GoldenSeries.autoregressive(0.97, GoldenSeries.noise(1, 240)));
        double[] baseline = GoldenSeries.plus(base, 20, GoldenSeries.noise(2, 240));
        double[] candidate = GoldenSeries.plus(GoldenSeries.line(0, 0.6, base), 20, GoldenSeries.noise(3, 240));
        double[] cpu = GoldenSeries.line(0.06, 0.002, GoldenSeries.noise(4, 240));
        double[] other = GoldenSeries.line(0.05, 0.002, GoldenSeries.noise(5, 240));
        List<String> rows = new ArrayList<>();
        for (int t = 0; t < 240; t++) {
            row(rows, t, "active_series", baseline[t], candidate[t]);
            row(rows, t, "collector_cpu", cpu[t], other[t]);
            row(rows, t, "dropped_points", 0, 0);
            row(rows, t, "critical_processes", 6, 6);
            row(rows, t, "accepted_points", 7200, 7200);
            row(rows, t, "up", 1, 1);
        }
        return rows;
    }

    private static void row(List<String> rows, int t, String metric, double baseline, double candidate) {
        rows.add((START + 10L * t) + "," + metric + ",baseline," + baseline);
        rows.add((START + 10L * t) + "," + metric + ",candidate," + candidate);
    }

    static String csv(List<String> rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    static String jsonLine(String row) {
        String[] fields = row.split(",");
        return String.format(
                Locale.ROOT, "{\"time\":%s,\"metric\":\"%s\",\"variant\":\"%s\",\"value\":%s}", (Object[]) fields);
    }

    static Validation<SeriesGrid> read(String text) {
        return read(text, SeriesReader.Options.NONE);
    }

    static Validation<SeriesGrid> read(String text, SeriesReader.Options options) {
        try {
            return SeriesReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Duration.ofSeconds(10), options);
        } catch (IOException e) {
            throw new UncheckedIOException("a stream in memory failed", e);
        }
    }

    static SeriesGrid sound(String text) {
        return read(text).orThrow(ErrorCode.INVALID_REQUEST);
    }

    static List<String> faults(String text) {
        return faults(read(text));
    }

    static List<String> faults(Validation<SeriesGrid> read) {
        return read instanceof Validation.Invalid<SeriesGrid>(List<Violation> violations)
                ? violations.stream().map(Violation::message).toList()
                : List.of();
    }

    static AnalysisPlan plan(String text) {
        return PlanFile.read(text).orThrow(ErrorCode.INVALID_SPEC);
    }

    static AnalysisResult analyze(String csv) {
        return FileAnalysis.of(plan(PLAN), sound(csv));
    }
}
