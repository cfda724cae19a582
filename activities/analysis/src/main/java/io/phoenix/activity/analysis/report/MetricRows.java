package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers behind a verdict as a table. */
final class MetricRows {
    private MetricRows() {}

    static Section.Grid of(CandidateResult candidate) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "role", "baseline", "candidate", "change", "interval", "result"));
        candidate.metrics().forEach(metric -> rows.add(row(metric)));
        return new Section.Grid(rows);
    }

    private static List<String> row(MetricResult metric) {
        String unit = unit(metric);
        return List.of(
                metric.name(),
                metric.role(),
                Figures.value(metric.baselineMean(), unit),
                Figures.value(metric.candidateMean(), unit),
                metric.ratio() == null ? Figures.value(metric.difference(), unit) : Figures.change(metric.ratio()),
                interval(metric, unit),
                metric.outcome());
    }

    private static String interval(MetricResult metric, String unit) {
        String bounds = metric.ratio() == null
                ? Figures.range(metric.differenceLower(), metric.differenceUpper(), unit)
                : Figures.changes(metric.ratioLower(), metric.ratioUpper());
        return bounds.equals(Figures.NONE) ? bounds : bounds + " (" + Figures.level(metric.confidenceLevel()) + ")";
    }

    static String unit(MetricResult metric) {
        Optional<Metric> known = Metric.byName(metric.name());
        return known.map(Metric::unit).orElse("1");
    }
}
