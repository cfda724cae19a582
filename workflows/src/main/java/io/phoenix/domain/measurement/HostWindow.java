package io.phoenix.domain.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric of one variant over one window, host by host; only for metrics that have a value per host.
 *
 * @param variant {@code baseline} or a candidate's name
 * @param hosts by host name, one value per grid point, in order; NaN where there is no sample
 */
public record HostWindow(Window window, Metric metric, String variant, SortedMap<String, List<Double>> hosts) {
    public HostWindow {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(variant, "variant");
        SortedMap<String, List<Double>> copy = new TreeMap<>();
        for (Map.Entry<String, List<Double>> host : hosts.entrySet()) {
            copy.put(host.getKey(), samples(host.getValue(), host.getKey(), window));
        }
        hosts = Collections.unmodifiableSortedMap(copy);
    }

    private static List<Double> samples(List<Double> values, String host, Window window) {
        if (values.size() != window.points()) {
            throw new IllegalArgumentException("host " + host + " has " + values.size() + " values, the window has "
                    + window.points() + " grid points");
        }
        return List.copyOf(values);
    }
}
