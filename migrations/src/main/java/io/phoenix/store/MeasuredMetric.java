package io.phoenix.store;

import io.phoenix.domain.measurement.Metric;
import java.sql.SQLException;

/** The metric of a stored row. */
final class MeasuredMetric {
    private MeasuredMetric() {}

    static Metric named(String name) throws SQLException {
        return Metric.byName(name)
                .orElseThrow(() -> new SQLException("metric " + name + " is not in this program's catalogue", "XX000"));
    }
}
