package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every series on one grid, whatever the order in which the windows came. */
final class SeriesTable {
    private final Grid grid;
    private final int[] segments;
    private final Series missing;
    private final Map<Metric, Map<String, Series>> series = new EnumMap<>(Metric.class);
    private final Map<Metric, Map<String, Map<String, Double>>> hosts = new EnumMap<>(Metric.class);

    private final boolean ownCounts;

    SeriesTable(Grid grid, List<MeasuredWindow> measured) {
        this(grid, measured, List.of(), true);
    }

    static SeriesTable of(AnalysisInput input) {
        return new SeriesTable(
                input.grid(),
                input.measured(),
                input.hosts(),
                input.plan().evidence() == AnalysisInput.Evidence.REQUIRED);
    }

    private SeriesTable(Grid grid, List<MeasuredWindow> measured, List<HostTotals> totals, boolean ownCounts) {
        this.grid = grid;
        this.ownCounts = ownCounts;
        this.segments = grid.segments();
        this.missing = new Series(segments.length);
        Map<Window, Integer> offsets = new HashMap<>();
        int next = 0;
        for (Window window : grid.windows()) {
            offsets.put(window, next);
            next += window.points();
        }
        for (MeasuredWindow window : measured) {
            Integer offset = offsets.get(window.window());
            if (offset != null) {
                series.computeIfAbsent(window.metric(), metric -> new TreeMap<>())
                        .computeIfAbsent(window.variant(), variant -> new Series(segments.length))
                        .put(offset, window);
            }
        }
        for (HostTotals found : totals) {
            hosts.computeIfAbsent(found.metric(), metric -> new TreeMap<>()).put(found.variant(), found.totals());
        }
    }

    Grid grid() {
        return grid;
    }

    /** How many grid points there are; at once, since loops over the grid ask. */
    int points() {
        return segments.length;
    }

    /** The segment of each grid point. */
    int[] segments() {
        return segments.clone();
    }

    Optional<Series> find(Metric metric, String variant) {
        return Optional.ofNullable(series.getOrDefault(metric, Map.of()).get(variant));
    }

    /** The series, all missing when there is none. */
    Series get(Metric metric, String variant) {
        return find(metric, variant).orElse(missing);
    }

    /** What each host contributed; empty when it is not known. */
    Map<String, Double> hosts(Metric metric, String variant) {
        return hosts.getOrDefault(metric, Map.of()).getOrDefault(variant, Map.of());
    }

    /** Whether losses are known to be counts since the collectors started, as an experiment measures them. */
    boolean ownCounts() {
        return ownCounts;
    }

    boolean measured(Metric metric) {
        return series.containsKey(metric);
    }

    List<String> variants() {
        return series.values().stream()
                .flatMap(byVariant -> byVariant.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether grid point {@code t} follows {@code t - 1} without a pause. */
    boolean follows(int t) {
        return t > 0 && segments[t] == segments[t - 1];
    }

    /** One metric of one variant on the grid; NaN where there is no usable sample. */
    static final class Series {
        private final double[] values;
        private int infinite;

        Series(int points) {
            this.values = new double[points];
            Arrays.fill(values, Double.NaN);
        }

        private void put(int offset, MeasuredWindow window) {
            double[] samples = window.values();
            infinite += window.infinite();
            for (int i = 0; i < samples.length; i++) {
                infinite += Double.isInfinite(samples[i]) ? 1 : 0;
                values[offset + i] = Double.isFinite(samples[i]) ? samples[i] : Double.NaN;
            }
        }

        double at(int t) {
            return values[t];
        }

        double[] values() {
            return values.clone();
        }

        /** How many infinite samples were dropped. */
        int infinite() {
            return infinite;
        }

        /** NaN without a sample. */
        double largest() {
            return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NaN);
        }

        int present() {
            int present = 0;
            for (double value : values) {
                present += Double.isFinite(value) ? 1 : 0;
            }
            return present;
        }
    }
}
