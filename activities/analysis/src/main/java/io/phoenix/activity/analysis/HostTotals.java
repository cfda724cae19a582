package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.Metric;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What each host contributed to one metric of one variant over the whole measurement; only for metrics that have a value
 * per host.
 *
 * @param totals by host name, sums or means over the same steps on both sides
 */
public record HostTotals(Metric metric, String variant, Map<String, Double> totals) {
    public HostTotals {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(variant, "variant");
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }
}
