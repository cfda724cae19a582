package io.phoenix.store;

import io.phoenix.domain.measurement.Metric;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;

/** The metric of a stored row. */
final class MeasuredMetric {
    private MeasuredMetric() {}

    static Metric named(String name) {
        return Metric.byName(name)
                .orElseThrow(() -> new FinalException(
                        ErrorCode.UNREADABLE,
                        "a stored metric is '" + name + "', which this version of Phoenix does not know"));
    }
}
