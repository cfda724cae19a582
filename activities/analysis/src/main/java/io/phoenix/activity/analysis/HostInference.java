package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.ClusterRatio;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ratio over hosts. With five hosts or more the host is the replicate and the statement is about the fleet; a longer
 * run makes it no surer.
 */
final class HostInference {
    private HostInference() {}

    /** Empty when too few hosts, or under 90 % of them, have a value on both sides. */
    static Optional<Inference> of(SeriesTable table, Metric metric, String candidate) {
        Map<String, Double> baseline = table.hosts(metric, Variants.BASELINE);
        Map<String, Double> compared = table.hosts(metric, candidate);
        List<String> hosts = baseline.keySet().stream()
                .filter(host -> finite(baseline, host) && finite(compared, host))
                .toList();
        Set<String> all = new TreeSet<>(baseline.keySet());
        all.addAll(compared.keySet());
        return hosts.size() < Coverage.FEWEST * all.size()
                ? Optional.empty()
                : ClusterRatio.of(totals(baseline, hosts), totals(compared, hosts))
                        .map(HostInference::inference);
    }

    private static Inference inference(Estimate estimate) {
        return estimate instanceof Estimate.Known known
                ? Inference.known(Rule.EXACT, known)
                : new Inference(estimate, Rule.HOSTS, null, null, null);
    }

    private static boolean finite(Map<String, Double> totals, String host) {
        return Double.isFinite(totals.getOrDefault(host, Double.NaN));
    }

    private static double[] totals(Map<String, Double> totals, List<String> hosts) {
        return hosts.stream()
                .mapToDouble(host -> totals.getOrDefault(host, Double.NaN))
                .toArray();
    }
}
