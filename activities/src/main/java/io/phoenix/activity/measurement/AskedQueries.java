package io.phoenix.activity.measurement;

import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;

/** The expressions by which a window is measured. */
final class AskedQueries {
    private AskedQueries() {}

    /** In the order of the catalogue. */
    static List<AskedQuery> ofMetrics(MeasurementScope scope) {
        PromQL promql = new PromQL(scope);
        List<AskedQuery> asked = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            promql.of(metric).ifPresent(expression -> asked.add(new AskedQuery(metric.metricName(), expression)));
        }
        return asked;
    }

    static AskedQuery byHost(MeasurementScope scope) {
        return new AskedQuery(Metric.ACTIVE_SERIES.metricName() + " by host", new PromQL(scope).activeSeriesByHost());
    }
}
