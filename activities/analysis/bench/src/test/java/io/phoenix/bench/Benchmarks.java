package io.phoenix.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures every arm three times, each time in a new process, the arms taking turns, and writes the tables. */
public final class Benchmarks {
    static final int ROUNDS = Integer.getInteger("phoenix.bench.rounds", 3);
    private static final int POINTS = 50_000;
    private static final int CALLS_OF_THE_COMMAND = 2;

    private final Path source;
    private final Path directory;
    private final Map<String, Arm> arms = new TreeMap<>();
    private final Map<SeriesFiles, Arm> commands = new EnumMap<>(SeriesFiles.class);
    private String scipyVersion = "";

    private Benchmarks(Path source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Path bench = Path.of(System.getProperty("phoenix.bench"));
        Path directory = Files.createDirectories(bench.resolve("target/bench"));
        Benchmarks benchmarks = new Benchmarks(Path.of(System.getProperty("phoenix.source")), directory);
        benchmarks.measure();
        Tables tables = new Tables(benchmarks.arms, benchmarks.commands, benchmarks.scipyVersion);
        tables.writeInto(bench.resolve("README.md"));
    }

    private void measure() throws IOException, InterruptedException, RunnerException {
        Optional<Scipy> scipy = Scipy.in(directory);
        SeriesFiles.write(directory, MadeRun.of(MadeRun.START, POINTS));
        Path samples = Files.createTempDirectory(directory, "prometheus");
        try (PrometheusWithRun prometheus = PrometheusWithRun.start(samples, source, POINTS)) {
            for (int round = 1; round <= ROUNDS; round++) {
                System.err.println("round " + round + " of " + ROUNDS);
                round(scipy, prometheus);
            }
        }
    }

    private void round(Optional<Scipy> scipy, PrometheusWithRun prometheus)
            throws IOException, InterruptedException, RunnerException {
        jmh("WelchBenchmark.plainPass");
        jmh("WelchBenchmark.phoenix");
        jmh("WelchBenchmark.commonsMath");
        jmh("MannWhitneyBenchmark.phoenix");
        jmh("MannWhitneyBenchmark.commonsStatistics");
        jmh("BootstrapBenchmark.phoenix");
        if (scipy.isPresent()) {
            scipy(scipy.get());
        }
        jmh("DecisionBenchmark.phoenix", "memory", "0.7");
        jmh("DecisionBenchmark.phoenix", "memory", "0");
        String url = prometheus.url().toString();
        String start = Long.toString(prometheus.run().start().getEpochSecond());
        for (FetchBenchmark.Asked asked : FetchBenchmark.Asked.values()) {
            for (String arm : List.of("curl", "fetchAndParse", "phoenix")) {
                jmh("FetchBenchmark." + arm, "url", url, "start", start, "asked", asked.name());
            }
        }
        if (Files.exists(source.resolve("deploy/local/target/phoenix-local.jar"))) {
            for (SeriesFiles format : SeriesFiles.values()) {
                command(format);
            }
        }
    }

    private void jmh(String benchmark, String... parameters) throws RunnerException {
        System.err.println("  " + benchmark);
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\." + benchmark.replace(".", "\\.") + "$")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(1500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .shouldFailOnError(true)
                .jvmArgs("-Xms2g", "-Xmx2g")
                .verbosity(VerboseMode.SILENT);
        for (int i = 0; i < parameters.length; i += 2) {
            options.param(parameters[i], parameters[i + 1]);
        }
        RunResult result = new Runner(options.build()).runSingle();
        List<Double> times = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                times.add(iteration.getPrimaryResult().getScore());
            }
        }
        arm(parameters.length == 0 ? benchmark : benchmark + " " + parameters[parameters.length - 1])
                .add(times);
    }

    private void scipy(Scipy scipy) throws IOException, InterruptedException {
        WelchBenchmark welch = new WelchBenchmark();
        MannWhitneyBenchmark ranks = new MannWhitneyBenchmark();
        BootstrapBenchmark bootstrap = new BootstrapBenchmark();
        welch.size = 1_000_000;
        ranks.size = 1_000_000;
        bootstrap.size = 10_000;
        welch.setup();
        ranks.setup();
        bootstrap.setup();
        JsonNode found = scipy("welch", scipy, welch.baseline(), welch.candidate());
        Agreement.check(
                "SciPy's p", welch.phoenix().pValue(), found.path("pValue").asDouble());
        Agreement.check(
                "SciPy's bound", welch.phoenix().lower(), found.path("lower").asDouble());
        Agreement.check(
                "SciPy's d", welch.phoenix().cohenD(), found.path("cohenD").asDouble());
        found = scipy("mann_whitney", scipy, ranks.baseline(), ranks.candidate());
        Agreement.check("SciPy's U", ranks.phoenix().u(), found.path("u").asDouble());
        Agreement.check(
                "SciPy's p", ranks.phoenix().pValue(), found.path("pValue").asDouble());
        found = scipy("bootstrap", scipy, bootstrap.baseline(), bootstrap.candidate());
        Agreement.check(
                "SciPy's estimate",
                bootstrap.phoenix().estimate(),
                found.path("estimate").asDouble());
        scipyVersion = found.path("version").asText();
    }

    private JsonNode scipy(String arm, Scipy scipy, double[] baseline, double[] candidate)
            throws IOException, InterruptedException {
        System.err.println("  scipy." + arm);
        JsonNode found = scipy.call(arm, baseline, candidate);
        List<Double> times = new ArrayList<>();
        found.path("seconds").forEach(seconds -> times.add(seconds.asDouble() * 1000));
        arm("scipy." + arm).add(times);
        return found;
    }

    private void command(SeriesFiles format) throws IOException, InterruptedException {
        System.err.println("  phoenix analyze, " + format);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < CALLS_OF_THE_COMMAND; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(format.command(source.resolve("phoenix"), directory))
                    .redirectOutput(directory.resolve("result.json").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int code = process.waitFor();
            times.add((System.nanoTime() - start) / 1e6);
            if (code != 0) {
                throw new IllegalStateException("phoenix analyze does not promote: exit code " + code);
            }
        }
        commands.computeIfAbsent(format, any -> new Arm()).add(times);
    }

    private Arm arm(String name) {
        return arms.computeIfAbsent(name, any -> new Arm());
    }
}
