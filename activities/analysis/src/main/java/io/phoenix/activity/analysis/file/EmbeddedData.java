package io.phoenix.activity.analysis.file;

import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostTotals;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a result was computed from, beside the plan that the result carries, as a tree of plain JSON values; a
 * report that holds it can be computed again. Durations and instants are ISO 8601, null is a missing sample.
 */
public final class EmbeddedData {
    private EmbeddedData() {}

    public static Map<String, @Nullable Object> of(AnalysisInput input) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Plan plan = input.plan();
        tree.put("evidence", plan.evidence().name());
        tree.put("step", plan.step().toString());
        tree.put("memory", plan.memory() == null ? null : plan.memory().toString());
        tree.put(
                "inputInterval",
                plan.inputInterval() == null ? null : plan.inputInterval().toString());
        if (plan.criteria().sequential()) {
            tree.put("information", plan.information());
        }
        Map<String, @Nullable Object> candidates = new LinkedHashMap<>();
        input.candidates().forEach(candidate -> candidates.put(candidate.name(), candidate.declaredReduction()));
        tree.put("declaredReductions", candidates);
        tree.put(
                "windows",
                input.grid().windows().stream().map(EmbeddedData::window).toList());
        tree.put("series", input.measured().stream().map(EmbeddedData::series).toList());
        tree.put("hosts", input.hosts().stream().map(EmbeddedData::hosts).toList());
        return tree;
    }

    private static Map<String, Object> hosts(HostTotals hosts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metric", hosts.metric().metricName());
        tree.put("variant", hosts.variant());
        Map<String, @Nullable Double> totals = new LinkedHashMap<>();
        hosts.totals().forEach((host, total) -> totals.put(host, Double.isFinite(total) ? total : null));
        tree.put("totals", totals);
        return tree;
    }

    private static Map<String, Object> window(Window window) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("index", window.index());
        tree.put("segment", window.segment());
        tree.put("start", window.start().toString());
        tree.put("end", window.end().toString());
        tree.put("step", window.step().toString());
        return tree;
    }

    private static Map<String, Object> series(MeasuredWindow measured) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metric", measured.metric().metricName());
        tree.put("variant", measured.variant());
        tree.put("window", measured.window().index());
        tree.put("quality", measured.quality().name());
        tree.put("infinite", measured.infinite());
        List<@Nullable Double> values = new ArrayList<>();
        for (double value : measured.values()) {
            values.add(Double.isFinite(value) ? (Double) value : null);
        }
        tree.put("values", values);
        return tree;
    }

    /**
     * The input back, judged by these criteria; empty when the tree is none that {@link #of} made.
     *
     * @param tree as a JSON reader gives it
     */
    public static Optional<AnalysisInput> read(Map<?, ?> tree, Criteria criteria) {
        try {
            return Optional.of(input(tree, criteria));
        } catch (ClassCastException | IllegalArgumentException | NullPointerException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static AnalysisInput input(Map<?, ?> tree, Criteria criteria) {
        Map<Integer, Window> windows = new TreeMap<>();
        for (Map<?, ?> window : objects(tree, "windows")) {
            windows.put(whole(window, "index"), window(window));
        }
        List<MeasuredWindow> measured = objects(tree, "series").stream()
                .map(series -> measured(series, windows))
                .toList();
        Map<String, @Nullable Double> candidates = new HashMap<>();
        ((Map<?, ?>) required(tree, "declaredReductions"))
                .forEach((name, share) -> candidates.put((String) name, share == null ? null : number(share)));
        return new AnalysisInput(
                new Plan(
                        criteria,
                        Duration.parse(text(tree, "step")),
                        span(tree, "memory"),
                        span(tree, "inputInterval"),
                        Evidence.valueOf(text(tree, "evidence")),
                        tree.get("information") instanceof List<?> seen
                                ? seen.stream().map(EmbeddedData::number).toList()
                                : List.of()),
                candidates.keySet().stream()
                        .sorted()
                        .map(name -> new Candidate(name, candidates.get(name)))
                        .toList(),
                new Grid(List.copyOf(windows.values())),
                measured,
                List.of(),
                hosts(tree));
    }

    /** None in reports that were written before hosts were measured. */
    private static List<HostTotals> hosts(Map<?, ?> tree) {
        return tree.get("hosts") == null
                ? List.of()
                : objects(tree, "hosts").stream().map(EmbeddedData::totals).toList();
    }

    private static HostTotals totals(Map<?, ?> tree) {
        Map<String, Double> totals = new HashMap<>();
        ((Map<?, ?>) required(tree, "totals"))
                .forEach((host, total) -> totals.put((String) host, total == null ? Double.NaN : number(total)));
        return new HostTotals(metric(tree), text(tree, "variant"), totals);
    }

    private static Metric metric(Map<?, ?> tree) {
        return Metric.byName(text(tree, "metric")).orElseThrow(IllegalArgumentException::new);
    }

    private static Window window(Map<?, ?> tree) {
        return new Window(
                whole(tree, "index"),
                whole(tree, "segment"),
                Instant.parse(text(tree, "start")),
                Instant.parse(text(tree, "end")),
                Duration.parse(text(tree, "step")));
    }

    private static MeasuredWindow measured(Map<?, ?> tree, Map<Integer, Window> windows) {
        List<?> values = (List<?>) required(tree, "values");
        double[] samples = values.stream()
                .mapToDouble(value -> value == null ? Double.NaN : number(value))
                .toArray();
        Window window = windows.get(whole(tree, "window"));
        if (window == null) {
            throw new IllegalArgumentException("a series speaks of a window that is not there");
        }
        return new MeasuredWindow(
                window,
                metric(tree),
                text(tree, "variant"),
                Quality.valueOf(text(tree, "quality")),
                samples,
                whole(tree, "infinite"));
    }

    private static List<Map<?, ?>> objects(Map<?, ?> tree, String name) {
        return ((List<?>) required(tree, name))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    private static Object required(Map<?, ?> tree, String name) {
        Object value = tree.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String text(Map<?, ?> tree, String name) {
        return (String) required(tree, name);
    }

    private static int whole(Map<?, ?> tree, String name) {
        return ((Number) required(tree, name)).intValue();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static @Nullable Duration span(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof String text ? Duration.parse(text) : null;
    }
}
