package io.phoenix.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A {@link MadeRun} in the formats of {@code phoenix analyze}, step by step as a recorder would write it. */
enum SeriesFiles {
    CSV("series.csv") {
        @Override
        void write(BufferedWriter out, MadeRun run) throws IOException {
            out.write("time,metric,variant,value\n");
            for (int t = 0; t < run.points(); t++) {
                for (MadeRun.Series series : run.series()) {
                    out.write(run.time(t) + "," + series.metric().metricName() + "," + series.variant() + ","
                            + text(series.values()[t]) + "\n");
                }
            }
        }
    },
    JSON_LINES("series.jsonl") {
        @Override
        void write(BufferedWriter out, MadeRun run) throws IOException {
            for (int t = 0; t < run.points(); t++) {
                for (MadeRun.Series series : run.series()) {
                    out.write("{\"time\":\"" + run.time(t) + "\",\"metric\":\""
                            + series.metric().metricName()
                            + "\",\"variant\":\"" + series.variant() + "\",\"value\":" + text(series.values()[t])
                            + "}\n");
                }
            }
        }
    },
    REPLIES("series.json") {
        @Override
        void write(BufferedWriter out, MadeRun run) throws IOException {
            out.write("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
            String separator = "";
            for (MadeRun.Series series : run.series()) {
                out.write(separator + "{\"metric\":{\"metric\":\""
                        + series.metric().metricName() + "\",\"phoenix_variant\":\"" + series.variant()
                        + "\"},\"values\":[");
                for (int t = 0; t < run.points(); t++) {
                    out.write((t == 0 ? "[" : ",[") + run.time(t).getEpochSecond() + ",\"" + text(series.values()[t])
                            + "\"]");
                }
                out.write("]}");
                separator = ",";
            }
            out.write("]}}\n");
        }
    };

    private static final String PLAN = """
            step: 1s
            memory: 2m
            criteria:
              confidence: 0.95
              goals: [{metric: active_series, minimumSaving: 0.2}]
              guardrails:
                - {metric: collector_cpu, maximumIncrease: 0.1}
                - {metric: collector_memory, maximumIncrease: 0.1}
            """;

    private final String fileName;

    SeriesFiles(String fileName) {
        this.fileName = fileName;
    }

    abstract void write(BufferedWriter out, MadeRun run) throws IOException;

    Path in(Path directory) {
        return directory.resolve(fileName);
    }

    static Path plan(Path directory) {
        return directory.resolve("plan.yaml");
    }

    /** All formats and the plan; made once. */
    static void write(Path directory, MadeRun run) throws IOException {
        Files.writeString(plan(directory), PLAN);
        for (SeriesFiles format : values()) {
            try (BufferedWriter out = Files.newBufferedWriter(format.in(directory))) {
                format.write(out, run);
            }
        }
    }

    /** The command that a person would run. */
    List<String> command(Path phoenix, Path directory) {
        return List.of(
                phoenix.toString(),
                "analyze",
                "--plan",
                plan(directory).toString(),
                "--series",
                in(directory).toString(),
                "-o",
                "json");
    }

    /** Counts without a point, as exporters write them. */
    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
