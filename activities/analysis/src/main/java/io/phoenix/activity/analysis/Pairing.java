package io.phoenix.activity.analysis;

import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;

/** The complete pairs of a metric at the steps that may count. */
final class Pairing {
    private Pairing() {}

    static PairedSeries of(SeriesTable table, boolean[] usable, Metric metric, String candidate) {
        double[] baseline = table.get(metric, Variants.BASELINE).values();
        for (int t = 0; t < baseline.length; t++) {
            baseline[t] = usable[t] ? baseline[t] : Double.NaN;
        }
        return PairedSeries.complete(baseline, table.get(metric, candidate).values(), table.segments());
    }
}
