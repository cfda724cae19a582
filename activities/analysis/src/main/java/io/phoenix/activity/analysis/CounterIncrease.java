package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.Metric;
import java.util.EnumSet;
import java.util.Set;

/** How far a cumulative count rose over the measurement: pauses left out, a fall read as a restart from zero. */
final class CounterIncrease {
    private static final Set<Metric> COUNTERS =
            EnumSet.of(Metric.DROPPED_POINTS, Metric.REFUSED_POINTS, Metric.SEND_FAILURES);

    private CounterIncrease() {}

    /** Whether the metric is stored as a count since the experiment's collectors started. */
    static boolean counts(Metric metric) {
        return COUNTERS.contains(metric);
    }

    static double of(SeriesTable table, SeriesTable.Series counter) {
        double increase = 0;
        double before = Double.NaN;
        for (int t = 0; t < table.points(); t++) {
            before = t > 0 && !table.follows(t) ? Double.NaN : before;
            double now = counter.at(t);
            if (!Double.isFinite(now)) {
                continue;
            }
            if (Double.isFinite(before)) {
                increase += now >= before ? now - before : now;
            }
            before = now;
        }
        return increase;
    }
}
