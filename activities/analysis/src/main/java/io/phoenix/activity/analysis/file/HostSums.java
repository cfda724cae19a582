package io.phoenix.activity.analysis.file;

import io.phoenix.activity.analysis.HostTotals;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One metric of several hosts, added up in the order of their names. At each step a host counts when every variant has it;
 * a step of which fewer than 90 % of the hosts count is missing.
 */
final class HostSums {
    private static final double FEWEST = 0.90;

    private final Metric metric;
    private final List<String> variants;
    private final int points;
    private final double[][] sums;
    private final double[][] own;
    private final int[][] present;
    private final int[] complete;
    private final List<Map<String, Double>> totals = new ArrayList<>();
    private int hosts;

    HostSums(Metric metric, List<String> variants, int points) {
        this.metric = metric;
        this.variants = List.copyOf(variants);
        this.points = points;
        this.sums = new double[variants.size()][points];
        this.own = new double[variants.size()][points];
        this.present = new int[variants.size()][points];
        this.complete = new int[points];
        variants.forEach(variant -> totals.add(new TreeMap<>()));
    }

    /** @param values of each variant, NaN where there is no sample */
    void add(String host, List<double[]> values) {
        double[] total = new double[variants.size()];
        int steps = 0;
        for (int t = 0; t < points; t++) {
            boolean all = true;
            for (int v = 0; v < total.length; v++) {
                double value = values.get(v)[t];
                boolean here = !Double.isNaN(value);
                own[v][t] = !here ? own[v][t] : present[v][t] == 0 ? value : combined(own[v][t], value);
                present[v][t] += here ? 1 : 0;
                all &= here;
            }
            if (all) {
                steps++;
                for (int v = 0; v < total.length; v++) {
                    double value = values.get(v)[t];
                    sums[v][t] = complete[t] == 0 ? value : combined(sums[v][t], value);
                    total[v] += value;
                }
                complete[t]++;
            }
        }
        for (int v = 0; v < total.length; v++) {
            totals.get(v).put(host, steps == 0 ? Double.NaN : total[v] / steps);
        }
        hosts++;
    }

    private double combined(double sum, double value) {
        return switch (metric) {
            case UP -> Math.min(sum, value);
            case STALENESS_SECONDS -> Math.max(sum, value);
            default -> sum + value;
        };
    }

    /** The series of one variant over all hosts. */
    double[] series(int variant) {
        double[] series = new double[points];
        // Where only the others lack hosts this variant has a sample, so that the difference in coverage is seen.
        Arrays.setAll(
                series,
                t -> enough(complete[t])
                        ? sums[variant][t]
                        : enough(present[variant][t]) ? own[variant][t] : Double.NaN);
        return series;
    }

    private boolean enough(int count) {
        return count > 0 && count >= FEWEST * hosts;
    }

    /** Means over the steps in which the host counts; metrics that do not add up over hosts have none. */
    List<HostTotals> totals() {
        if (metric == Metric.UP || metric == Metric.STALENESS_SECONDS) {
            return List.of();
        }
        List<HostTotals> found = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            found.add(new HostTotals(metric, variants.get(v), totals.get(v)));
        }
        return found;
    }
}
