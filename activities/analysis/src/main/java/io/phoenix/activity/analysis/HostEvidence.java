package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each host contributed over a whole run, from its windows: the mean over the steps in which every variant has a
 * sample of the host and the baseline accepted points. A host of which fewer than 90 % of the steps count is there
 * without a number.
 */
public final class HostEvidence {
    private final Grid grid;
    private final boolean[] usable;
    private final int fewest;

    private HostEvidence(Grid grid, List<MeasuredWindow> measured) {
        this.grid = grid;
        this.usable = HardFindings.usableSteps(new SeriesTable(grid, measured));
        int all = 0;
        for (boolean counts : usable) {
            all += counts ? 1 : 0;
        }
        this.fewest = Math.max(1, (int) Math.ceil(Coverage.FEWEST * all));
    }

    /**
     * Of the active series and, where the input's interval is known, of the samples per second that they make.
     *
     * @param hosts in any order; those of windows that are not on the grid are left out
     */
    public static List<HostTotals> of(Plan plan, Grid grid, List<MeasuredWindow> measured, List<HostWindow> hosts) {
        List<HostWindow> counted = hosts.stream()
                .filter(window -> window.metric() == Metric.ACTIVE_SERIES)
                .toList();
        Map<String, Map<String, Double>> means = new HostEvidence(grid, measured).means(counted);
        List<HostTotals> totals = new ArrayList<>();
        means.forEach((variant, series) -> totals.add(new HostTotals(Metric.ACTIVE_SERIES, variant, series)));
        if (plan.inputInterval() != null) {
            double seconds = plan.inputInterval().toNanos() / 1e9;
            means.forEach((variant, series) -> {
                Map<String, Double> rates = new TreeMap<>(series);
                rates.replaceAll((host, count) -> count / seconds);
                totals.add(new HostTotals(Metric.SAMPLES_PER_SECOND, variant, rates));
            });
        }
        return totals;
    }

    /** By variant and host. */
    private Map<String, Map<String, Double>> means(List<HostWindow> windows) {
        Map<String, Map<String, double[]>> byHost = byHost(windows);
        List<String> variants =
                windows.stream().map(HostWindow::variant).distinct().sorted().toList();
        Map<String, Map<String, Double>> means = new TreeMap<>();
        variants.forEach(variant -> means.put(variant, new TreeMap<>()));
        byHost.forEach((host, series) -> {
            boolean[] counts = complete(series, variants);
            means.forEach((variant, totals) -> totals.put(host, mean(series.getOrDefault(variant, missing()), counts)));
        });
        return means;
    }

    /** By host and variant, on the grid. */
    private Map<String, Map<String, double[]>> byHost(List<HostWindow> windows) {
        Map<String, Map<String, double[]>> byHost = new TreeMap<>();
        for (HostWindow window : windows) {
            int offset = grid.offset(window.window());
            window.hosts().forEach((host, samples) -> {
                double[] series = byHost.computeIfAbsent(host, any -> new TreeMap<>())
                        .computeIfAbsent(window.variant(), any -> missing());
                for (int t = 0; offset >= 0 && t < samples.size(); t++) {
                    series[offset + t] = samples.get(t);
                }
            });
        }
        return byHost;
    }

    private double[] missing() {
        double[] missing = new double[usable.length];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private boolean[] complete(Map<String, double[]> series, List<String> variants) {
        boolean[] complete = usable.clone();
        for (String variant : variants) {
            double[] values = series.getOrDefault(variant, missing());
            for (int t = 0; t < complete.length; t++) {
                complete[t] &= Double.isFinite(values[t]);
            }
        }
        return complete;
    }

    private double mean(double[] values, boolean[] counts) {
        double sum = 0;
        int steps = 0;
        for (int t = 0; t < counts.length; t++) {
            if (counts[t]) {
                sum += values[t];
                steps++;
            }
        }
        return steps < fewest ? Double.NaN : sum / steps;
    }
}
