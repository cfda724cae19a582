package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

/** Which metric of which variant in which window a row holds: the first columns of every table of measurements. */
record WindowColumns(Metric metric, String variant, Window window) {
    static WindowColumns of(Row row) throws SQLException {
        return new WindowColumns(
                MeasuredMetric.named(row.text("metric")),
                row.text("variant"),
                new Window(
                        row.integer("window_index"),
                        row.integer("segment"),
                        row.instant("started_at"),
                        row.instant("ended_at"),
                        Duration.ofNanos(row.bigint("step_nanos"))));
    }

    /** The whole row, in the order of the table. */
    Object[] row(TenantId tenant, ExperimentId experiment, Object... rest) {
        Stream<Object> first = Stream.of(
                tenant.value(),
                experiment.value(),
                metric.metricName(),
                variant,
                window.index(),
                window.segment(),
                window.start(),
                window.end(),
                window.step().toNanos());
        return Stream.concat(first, Stream.of(rest)).toArray();
    }
}
