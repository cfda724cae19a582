package io.phoenix.activity.analysis;

import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.EnumSet;
import java.util.Set;

/** How far a cumulative count rose over the measurement: pauses left out, a fall read as a restart from zero. */
final class CounterIncrease {
    private static final Set<Metric> COUNTERS =
            EnumSet.of(Metric.DROPPED_POINTS, Metric.REFUSED_POINTS, Metric.SEND_FAILURES);

    private CounterIncrease() {}

    /**
     * Whether the metric is a count since the collectors started. An experiment stores losses so. A file may also hold
     * what was lost in each step: then a series falls, or none ever rises.
     */
    static boolean counts(SeriesTable table, Metric metric, String candidate) {
        return exact(table, metric, candidate)
                && (table.ownCounts()
                        || moves(table, metric, Variants.BASELINE, 1)
                        || moves(table, metric, candidate, 1));
    }

    /** Whether a loss has no sampling error: it is counted, or the same at every step of a file. */
    static boolean exact(SeriesTable table, Metric metric, String candidate) {
        return COUNTERS.contains(metric)
                && (table.ownCounts()
                        || !moves(table, metric, Variants.BASELINE, -1) && !moves(table, metric, candidate, -1));
    }

    private static boolean moves(SeriesTable table, Metric metric, String variant, int direction) {
        double before = Double.NaN;
        for (double value : table.get(metric, variant).values()) {
            if (Double.isFinite(value)) {
                if (direction * (value - before) > 0) {
                    return true;
                }
                before = value;
            }
        }
        return false;
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
