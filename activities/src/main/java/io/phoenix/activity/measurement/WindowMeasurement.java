package io.phoenix.activity.measurement;

import io.phoenix.activity.analysis.HardFindings;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads every metric of every variant over one window, each metric with one query for all variants. */
final class WindowMeasurement {
    private final MetricsSource source;

    WindowMeasurement(MetricsSource source) {
        this.source = source;
    }

    /** The window's values, ordered by metric and variant; a series that Prometheus does not have is MISSING. */
    List<MeasuredWindow> measure(MeasurementScope scope, Window window, List<String> variants, Runnable alive) {
        PromQL promql = new PromQL(scope);
        List<Metric> metrics = Arrays.stream(Metric.values())
                .filter(metric -> promql.of(metric).isPresent())
                .toList();
        List<RangeQuery> queries = metrics.stream()
                .flatMap(metric -> promql.of(metric).stream())
                .map(expression -> RangeQuery.over(window, expression))
                .toList();
        List<RangeReply> replies = source.ranges(queries, alive);
        List<MeasuredWindow> measured = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            for (String variant : arms(metrics.get(i), variants)) {
                measured.add(read(replies.get(i), metrics.get(i), variant, window));
            }
        }
        return measured;
    }

    private static List<String> arms(Metric metric, List<String> variants) {
        if (metric != Metric.UP && metric != Metric.ACCEPTED_POINTS && metric != Metric.REFUSED_POINTS) {
            return variants;
        }
        List<String> withSource = new ArrayList<>(variants);
        withSource.add(HardFindings.SOURCE);
        return withSource;
    }

    private static MeasuredWindow read(RangeReply reply, Metric metric, String variant, Window window) {
        for (RangeSeries series : reply.series()) {
            if (variant.equals(series.labels().get(PromQL.VARIANT_LABEL))) {
                Quality quality = quality(metric, series, !reply.warnings().isEmpty());
                return new MeasuredWindow(window, metric, variant, quality, series.values(), series.infinite());
            }
        }
        double[] nothing = new double[window.points()];
        Arrays.fill(nothing, Double.NaN);
        return new MeasuredWindow(window, metric, variant, Quality.MISSING, nothing, 0);
    }

    private static Quality quality(Metric metric, RangeSeries series, boolean warned) {
        long present = Arrays.stream(series.values())
                .filter(value -> !Double.isNaN(value))
                .count();
        if (present == 0) {
            return Quality.MISSING;
        }
        if (metric == Metric.UP && Arrays.stream(series.values()).anyMatch(value -> value == 0)) {
            return Quality.DOWN;
        }
        return warned || present < series.values().length ? Quality.INCOMPLETE : Quality.COMPLETE;
    }
}
