package io.phoenix.bench;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.activity.measurement.RangeSeries;
import io.phoenix.activity.measurement.prometheus.PrometheusMetricsSource;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A run that stands in a real Prometheus, read window by window and a query a metric as an experiment reads it, and decided;
 * against curl, which throws the same replies away.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FetchBenchmark {
    private static final int LONGEST_WINDOW = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Where {@link PrometheusWithRun} listens. */
    @Param("")
    public String url = "";

    /** Begin of the run, in Unix seconds. */
    @Param("0")
    public long start;

    @Param("50000")
    public int points;

    @Param("SUMMED")
    public Asked asked = Asked.SUMMED;

    /** What is asked for each metric; the replies are the same. */
    public enum Asked {
        /** A sum over hosts, as experiments ask. */
        SUMMED,
        /** The one series that has the values: what costs Prometheus least. */
        SINGLE
    }

    private MadeRun run = MadeRun.of(MadeRun.START, 1);
    private PrometheusMetricsSource source = new PrometheusMetricsSource(URI.create("http://127.0.0.1"), PATIENCE);
    private List<String> curl = List.of();

    @Setup
    public void setup() {
        run = MadeRun.of(Instant.ofEpochSecond(start), points);
        source = new PrometheusMetricsSource(URI.create(url), PATIENCE);
        curl = commandLine();
        if (!phoenix().equals(AnalysisEngine.analyze(input(this::made)))) {
            throw new IllegalStateException("what Prometheus gave back is not what it was given");
        }
    }

    @Benchmark
    public AnalysisResult phoenix() {
        return AnalysisEngine.analyze(input(this::fetched));
    }

    @Benchmark
    public AnalysisInput fetchAndParse() {
        return input(this::fetched);
    }

    @Benchmark
    public int curl() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(curl)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("curl ended with " + code);
        }
        return code;
    }

    private interface Reader {
        List<MeasuredWindow> read(List<Window> windows);
    }

    private AnalysisInput input(Reader reader) {
        List<Window> windows = run.windows(LONGEST_WINDOW);
        return MadeRun.input(new Grid(windows), reader.read(windows));
    }

    private List<MeasuredWindow> fetched(List<Window> windows) {
        List<Asking> asked = windows.stream()
                .flatMap(window -> metrics().stream().map(metric -> new Asking(window, metric)))
                .toList();
        List<RangeReply> replies = source.ranges(
                asked.stream()
                        .map(one -> RangeQuery.over(one.window, promql(one.metric)))
                        .toList(),
                () -> {});
        List<MeasuredWindow> measured = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            Asking one = asked.get(i);
            for (RangeSeries series : replies.get(i).series()) {
                String variant = series.labels().getOrDefault("phoenix_variant", "");
                measured.add(new MeasuredWindow(
                        one.window, one.metric, variant, Quality.COMPLETE, series.values(), series.infinite()));
            }
        }
        return measured;
    }

    private record Asking(Window window, Metric metric) {}

    private List<MeasuredWindow> made(List<Window> windows) {
        return windows.stream().flatMap(this::made).toList();
    }

    private Stream<MeasuredWindow> made(Window window) {
        int from = Math.toIntExact(Duration.between(run.start(), window.start()).dividedBy(MadeRun.STEP));
        return run.series().stream()
                .map(series -> new MeasuredWindow(
                        window,
                        series.metric(),
                        series.variant(),
                        Quality.COMPLETE,
                        Arrays.copyOfRange(series.values(), from, from + window.points()),
                        0));
    }

    private List<Metric> metrics() {
        return run.series().stream().map(MadeRun.Series::metric).distinct().toList();
    }

    private String promql(Metric metric) {
        return switch (asked) {
            case SUMMED -> "sum by (phoenix_variant) (phoenix_made{metric=\"" + metric.metricName() + "\"})";
            case SINGLE -> "phoenix_made{metric=\"" + metric.metricName() + "\",host=\"0\"}";
        };
    }

    /** One process and one connection for all queries. */
    private List<String> commandLine() {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--fail"));
        for (Window window : run.windows(LONGEST_WINDOW)) {
            RangeQuery grid = RangeQuery.over(window, "");
            for (Metric metric : metrics()) {
                command.addAll(List.of(
                        "-o",
                        "/dev/null",
                        url + "/api/v1/query_range?query=" + URLEncoder.encode(promql(metric), StandardCharsets.UTF_8)
                                + "&start=" + grid.first().getEpochSecond() + "&end="
                                + grid.last().getEpochSecond() + "&step="
                                + grid.step().toSeconds()));
            }
        }
        return command;
    }
}
