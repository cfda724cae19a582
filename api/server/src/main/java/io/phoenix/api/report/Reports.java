package io.phoenix.api.report;

import io.phoenix.api.experiment.ExperimentFinder;
import io.phoenix.api.experiment.ExperimentMapper;
import io.phoenix.client.Json;
import io.phoenix.client.ReportResponse;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports from what is stored. */
@Singleton
final class Reports {
    private final ExperimentFinder finder;
    private final ReportStore store;
    private final MeasurementStore measurements;

    Reports(ExperimentFinder finder, ReportStore store, MeasurementStore measurements) {
        this.finder = finder;
        this.store = store;
        this.measurements = measurements;
    }

    Report required(TenantId tenant, String id) {
        Experiment experiment = finder.required(tenant, id);
        ExperimentId found = experiment.ref().experiment();
        return new Report(
                experiment,
                measured(measurements.load(tenant, found)),
                store.analysis(tenant, found).orElse(null),
                store.costs(tenant, found));
    }

    /** Every window once, whatever was measured in it. */
    private static Duration measured(List<MeasuredWindow> windows) {
        Map<Integer, Window> byIndex = new TreeMap<>();
        windows.forEach(measured -> byIndex.put(measured.window().index(), measured.window()));
        return byIndex.values().stream()
                .map(window -> Duration.between(window.start(), window.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    static ReportResponse response(Report report) {
        ExperimentHead head = report.experiment().head();
        return new ReportResponse(
                name(head.verdict()),
                name(head.outcome()),
                head.outcomeReason(),
                name(head.cleanup()),
                ExperimentMapper.whole(report.experiment()),
                report.measured().isZero() ? null : DurationText.format(report.measured()),
                analysis(report.analysis()),
                report.costs().stream().map(Reports::tree).toList());
    }

    private static @Nullable Map<String, Object> analysis(@Nullable AnalysisResult analysis) {
        return analysis == null ? null : tree(analysis);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Object value) {
        return Json.convert(value, Map.class);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
