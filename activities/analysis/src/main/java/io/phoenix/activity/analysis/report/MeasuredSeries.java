package io.phoenix.activity.analysis.report;

import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What was measured, laid end to end by time, for charts and for the health of the data. */
final class MeasuredSeries {
    private static final String SOURCE = "source";

    private final List<Window> windows;
    private final long[] times;
    private final Map<Metric, Map<String, double[]>> series = new EnumMap<>(Metric.class);
    private final Map<Metric, Map<String, Integer>> infinite = new EnumMap<>(Metric.class);

    private MeasuredSeries(List<MeasuredWindow> measured) {
        windows = measured.stream()
                .map(MeasuredWindow::window)
                .distinct()
                .sorted(Comparator.comparing(Window::end))
                .toList();
        Map<Window, Integer> offsets =
                new TreeMap<>(Comparator.comparing(Window::end).thenComparing(Window::index));
        int points = 0;
        for (Window window : windows) {
            offsets.put(window, points);
            points += window.points();
        }
        times = new long[points];
        offsets.forEach((window, offset) -> {
            for (int i = 0; i < window.points(); i++) {
                times[offset + i] =
                        window.start().plus(window.step().multipliedBy(i + 1L)).toEpochMilli();
            }
        });
        for (MeasuredWindow window : measured) {
            put(window, Objects.requireNonNull(offsets.get(window.window())));
        }
    }

    static MeasuredSeries of(List<MeasuredWindow> measured) {
        return new MeasuredSeries(measured);
    }

    private void put(MeasuredWindow window, int offset) {
        double[] values = window.values();
        double[] all = series.computeIfAbsent(window.metric(), metric -> new TreeMap<>(order()))
                .computeIfAbsent(window.variant(), variant -> missing());
        System.arraycopy(values, 0, all, offset, values.length);
        infinite.computeIfAbsent(window.metric(), metric -> new TreeMap<>())
                .merge(window.variant(), window.infinite(), Integer::sum);
    }

    /** The baseline first. */
    private static Comparator<String> order() {
        return Comparator.comparing((String variant) -> !variant.equals(Variants.BASELINE))
                .thenComparing(Comparator.naturalOrder());
    }

    private double[] missing() {
        double[] missing = new double[times.length];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    boolean isEmpty() {
        return times.length == 0;
    }

    List<Section> charts() {
        List<Section> charts = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        series.forEach((metric, variants) -> {
            List<Section.Curve> curves = variants.entrySet().stream()
                    .filter(variant -> !variant.getKey().equals(SOURCE))
                    .map(variant -> new Section.Curve(variant.getKey(), times, variant.getValue()))
                    .toList();
            if (curves.isEmpty()) {
                return;
            }
            List<Section.Stretch> excluded = excluded(metric, curves);
            if (excluded.isEmpty() && isConstant(curves)) {
                constant.add(metric.metricName() + " "
                        + Figures.value(curves.getFirst().values()[0], metric.unit()));
            } else {
                charts.add(new Section.Chart(title(metric), metric.unit(), curves, excluded));
            }
        });
        if (!constant.isEmpty()) {
            charts.add(
                    new Section.Line("The same in every step of every variant: " + String.join(", ", constant) + "."));
        }
        return charts;
    }

    /** A picture of it would show nothing. */
    private static boolean isConstant(List<Section.Curve> curves) {
        double first = curves.getFirst().values()[0];
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.values()))
                .allMatch(value -> value == first);
    }

    /**
     * The metric with its unit, which UCUM writes in braces when it is a thing that is counted. Plain bytes are told in
     * mebibytes at every number.
     */
    private static String title(Metric metric) {
        String unit = metric.unit().replaceAll("[{}]", "").replace("By", "bytes");
        return unit.equals("1") || unit.equals("bytes") ? metric.metricName() : metric.metricName() + ", " + unit;
    }

    /** Steps that lack a sample or had no input, and pauses between windows. */
    private List<Section.Stretch> excluded(Metric metric, List<Section.Curve> curves) {
        List<Section.Stretch> stretches = new ArrayList<>();
        double[] accepted =
                series.getOrDefault(Metric.ACCEPTED_POINTS, Map.of()).getOrDefault(Variants.BASELINE, new double[0]);
        int point = 0;
        Instant before = windows.getFirst().start();
        Instant open = null;
        for (Window window : windows) {
            if (window.start().isAfter(before)) {
                stretches.add(new Section.Stretch(before, window.start(), "pause"));
            }
            for (int i = 0; i < window.points(); i++, point++) {
                Instant start = window.start().plus(window.step().multipliedBy(i));
                boolean out = lacks(curves, point)
                        || (metric.use() != Metric.Use.HARD && point < accepted.length && accepted[point] == 0);
                open = out && open == null ? start : open;
                if (open != null && (!out || i == window.points() - 1)) {
                    stretches.add(
                            new Section.Stretch(open, out ? window.end() : start, "a sample or the input is missing"));
                    open = null;
                }
            }
            before = window.end();
        }
        return stretches;
    }

    private static boolean lacks(List<Section.Curve> curves, int point) {
        return curves.stream().anyMatch(curve -> !Double.isFinite(curve.values()[point]));
    }

    /** The series that lack a sample, and how many lack none. */
    List<Section> health() {
        if (isEmpty()) {
            return List.of(new Section.Line("Nothing was measured."));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "variant", "steps", "missing", "infinite", "coverage"));
        series.forEach((metric, variants) -> variants.forEach((variant, values) -> {
            long present = Arrays.stream(values).filter(Double::isFinite).count();
            if (present == values.length) {
                return;
            }
            rows.add(List.of(
                    metric.metricName(),
                    variant,
                    Integer.toString(values.length),
                    Long.toString(values.length - present),
                    Integer.toString(infinite.getOrDefault(metric, Map.of()).getOrDefault(variant, 0)),
                    Figures.share((double) present / values.length)));
        }));
        int all = series.values().stream().mapToInt(Map::size).sum();
        int lacking = rows.size() - 1;
        Section.Line complete =
                new Section.Line((all - lacking) + " of " + all + " series have all " + times.length + " steps.");
        return lacking == 0 ? List.of(complete) : List.of(new Section.Grid(rows), complete);
    }
}
