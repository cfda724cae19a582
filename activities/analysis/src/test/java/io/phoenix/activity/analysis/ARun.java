package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A measured experiment: by default a healthy one of 60 steps in which the candidate saves 60 % at every step. */
final class ARun {
    static final Duration STEP = Duration.ofSeconds(2);
    private static final int WINDOW = 6;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final int steps;
    private final Map<String, double[]> series = new LinkedHashMap<>();
    private final Map<String, Integer> infinite = new LinkedHashMap<>();
    private List<Goal> goals = List.of(new Goal("active_series", 0.20));
    private List<Guardrail> guardrails = List.of();
    private List<String> criticalProcesses = List.of();
    private List<Candidate> candidates = List.of(new Candidate("candidate", 0.9));
    private @Nullable Duration memory = Duration.ofSeconds(5);
    private @Nullable Duration interval = Duration.ofSeconds(1);
    private Evidence evidence = Evidence.REQUIRED;
    private int pauseAfterWindow = Integer.MAX_VALUE;
    private int looks = 1;
    private @Nullable Double futility;
    private List<Double> information = List.of();

    private ARun(int steps) {
        this.steps = steps;
    }

    static ARun healthy() {
        return healthy(60);
    }

    static ARun healthy(int steps) {
        ARun run = new ARun(steps);
        double[] noise = GoldenSeries.noise(5, steps);
        double[] other = GoldenSeries.noise(6, steps);
        run.with(Metric.ACTIVE_SERIES, "baseline", t -> Math.rint(10000 + 20 * noise[t]))
                .with(Metric.ACTIVE_SERIES, "candidate", t -> Math.rint(4000 + 20 * other[t]));
        for (String variant : List.of("source", "baseline", "candidate")) {
            run.with(Metric.UP, variant, t -> 1).with(Metric.ACCEPTED_POINTS, variant, t -> 7200);
        }
        return run;
    }

    /** Two series of one goal metric and nothing else, as in a file. */
    static ARun ofPairs(PairedSeries pairs) {
        ARun run = new ARun(pairs.size());
        run.evidence = Evidence.WHEN_PRESENT;
        run.interval = null;
        return run.with(Metric.ACTIVE_SERIES, "baseline", t -> pairs.baseline()[t])
                .with(Metric.ACTIVE_SERIES, "candidate", t -> pairs.candidate()[t]);
    }

    ARun with(Metric metric, String variant, IntToDoubleFunction value) {
        double[] values = new double[steps];
        Arrays.setAll(values, value);
        series.put(metric.name() + " " + variant, values);
        return this;
    }

    ARun both(Metric metric, IntToDoubleFunction baseline, IntToDoubleFunction candidate) {
        return with(metric, "baseline", baseline).with(metric, "candidate", candidate);
    }

    /** Overwrites the steps [from, to) of one series. */
    ARun steps(Metric metric, String variant, int from, int to, double value) {
        Arrays.fill(series.get(metric.name() + " " + variant), from, to, value);
        return this;
    }

    /** Drops the steps [from, to) of every series of a variant. */
    ARun missing(String variant, int from, int to) {
        series.forEach((key, values) -> {
            if (key.endsWith(" " + variant)) {
                Arrays.fill(values, from, to, Double.NaN);
            }
        });
        return this;
    }

    ARun without(Metric metric, String variant) {
        series.remove(metric.name() + " " + variant);
        return this;
    }

    ARun infinite(Metric metric, String variant, int count) {
        infinite.put(metric.name() + " " + variant, count);
        return this;
    }

    ARun goals(Goal... wanted) {
        goals = List.of(wanted);
        return this;
    }

    ARun guardrail(String metric, @Nullable Double maximumIncrease, @Nullable Double maximum) {
        return guardrail(new Guardrail(metric, maximumIncrease, maximum));
    }

    ARun guardrail(Guardrail guardrail) {
        List<Guardrail> more = new ArrayList<>(guardrails);
        more.add(guardrail);
        guardrails = more;
        return this;
    }

    ARun criticalProcesses(String... names) {
        criticalProcesses = List.of(names);
        return this;
    }

    ARun candidates(Candidate... compared) {
        candidates = List.of(compared);
        return this;
    }

    ARun memory(@Nullable Duration declared) {
        memory = declared;
        return this;
    }

    ARun interval(@Nullable Duration known) {
        interval = known;
        return this;
    }

    ARun pausedAfterWindow(int window) {
        pauseAfterWindow = window;
        return this;
    }

    /** The last of these looks that have seen so much of the planned pairs. */
    ARun looks(int of, Double... seen) {
        looks = of;
        information = List.of(seen);
        return this;
    }

    ARun futility(double leastChance) {
        futility = leastChance;
        return this;
    }

    List<MeasuredWindow> measured() {
        List<MeasuredWindow> measured = new ArrayList<>();
        series.forEach((key, values) -> {
            String[] parts = key.split(" ");
            for (Window window : windows()) {
                double[] slice = Arrays.copyOfRange(values, window.index() * WINDOW, offsetAfter(window));
                int dropped = window.index() == 0 ? infinite.getOrDefault(key, 0) : 0;
                measured.add(new MeasuredWindow(
                        window, Metric.valueOf(parts[0]), parts[1], Quality.COMPLETE, slice, dropped));
            }
        });
        return measured;
    }

    private int offsetAfter(Window window) {
        return window.index() * WINDOW + window.points();
    }

    List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from < steps; from += WINDOW) {
            int index = from / WINDOW;
            int segment = index > pauseAfterWindow ? 1 : 0;
            Instant start = START.plus(STEP.multipliedBy(from)).plusSeconds(600L * segment);
            int points = Math.min(WINDOW, steps - from);
            windows.add(new Window(index, segment, start, start.plus(STEP.multipliedBy(points)), STEP));
        }
        return windows;
    }

    AnalysisInput input() {
        Criteria criteria = new Criteria(
                0.95, goals, guardrails, criticalProcesses, looks, null, Criteria.Spending.OBRIEN_FLEMING, futility);
        Plan plan = new Plan(criteria, STEP, memory, interval, evidence, information);
        return new AnalysisInput(plan, candidates, new Grid(windows()), measured(), List.of());
    }

    AnalysisResult analyze() {
        return AnalysisEngine.analyze(input());
    }

    /** What the engine says of one guardrail alone. */
    MetricResult only(String metric, double maximumIncrease) {
        guardrails = List.of(new Guardrail(metric, maximumIncrease, null));
        return metric(analyze(), metric);
    }

    static List<String> codes(AnalysisResult result) {
        return result.reasons().stream().map(reason -> reason.code()).distinct().toList();
    }

    static MetricResult metric(AnalysisResult result, String name) {
        return result.candidates().getFirst().metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + new TreeSet<>(result.candidates().getFirst().metrics().stream()
                                .map(MetricResult::name)
                                .toList())));
    }
}
