package io.phoenix.activity.measurement;

import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Reads what each host contributes to the active series. Scrape counters and what the collector tells of itself have no
 * value per host, since one collector serves all hosts.
 */
final class HostMeasurement {
    /** Beyond it one query would touch more samples than a Prometheus allows. */
    private static final double MOST_SERIES = 500_000;

    private final MetricsSource source;

    HostMeasurement(MetricsSource source) {
        this.source = source;
    }

    /**
     * Whether there are few enough series to count them one by one.
     *
     * @param measured a window of all variants
     */
    static boolean countable(List<MeasuredWindow> measured) {
        return activeSeries(measured) <= MOST_SERIES;
    }

    /** Empty when the answer may be incomplete. */
    List<HostWindow> measure(MeasurementScope scope, Window window, List<String> variants) {
        RangeReply reply = source.range(RangeQuery.over(window, new PromQL(scope).activeSeriesByHost()));
        List<HostWindow> found = new ArrayList<>();
        for (String variant : variants) {
            SortedMap<String, List<Double>> hosts = hosts(reply, variant);
            if (!hosts.isEmpty()) {
                found.add(new HostWindow(window, Metric.ACTIVE_SERIES, variant, hosts));
            }
        }
        return reply.warnings().isEmpty() ? found : List.of();
    }

    /** The most of any step, added over the variants. */
    private static double activeSeries(List<MeasuredWindow> measured) {
        return measured.stream()
                .filter(window -> window.metric() == Metric.ACTIVE_SERIES)
                .mapToDouble(window -> DoubleStream.of(window.values())
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0))
                .sum();
    }

    private static SortedMap<String, List<Double>> hosts(RangeReply reply, String variant) {
        SortedMap<String, List<Double>> hosts = new TreeMap<>();
        for (RangeSeries series : reply.series()) {
            String host = series.labels().get(PromQL.HOST_LABEL);
            if (host != null && variant.equals(series.labels().get(PromQL.VARIANT_LABEL))) {
                hosts.put(host, Arrays.stream(series.values()).boxed().toList());
            }
        }
        return hosts;
    }
}
