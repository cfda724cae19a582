package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.multiplicity.Adjustment;
import io.phoenix.domain.analysis.MetricResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Metrics that no criterion names are a search: their p-values are shown adjusted for how many were looked at. */
final class ExploratoryMetrics {
    private ExploratoryMetrics() {}

    static List<MetricResult> adjusted(List<MetricResult> metrics) {
        double[] pValues = metrics.stream()
                .mapToDouble(metric ->
                        metric.role().equals("info") && metric.pValue() != null ? metric.pValue() : Double.NaN)
                .toArray();
        double[] hochberg = Adjustment.BENJAMINI_HOCHBERG.of(pValues);
        double[] yekutieli = Adjustment.BENJAMINI_YEKUTIELI.of(pValues);
        List<MetricResult> adjusted = new ArrayList<>();
        for (int i = 0; i < pValues.length; i++) {
            adjusted.add(
                    Double.isNaN(pValues[i])
                            ? metrics.get(i)
                            : metrics.get(i)
                                    .withShown(
                                            "adjusted",
                                            Map.of(
                                                    "benjaminiHochberg",
                                                    hochberg[i],
                                                    "benjaminiYekutieli",
                                                    yekutieli[i])));
        }
        return List.copyOf(adjusted);
    }
}
