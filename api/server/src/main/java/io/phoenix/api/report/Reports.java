package io.phoenix.api.report;

import io.phoenix.activity.analysis.file.ResultTree;
import io.phoenix.api.experiment.ExperimentFinder;
import io.phoenix.api.experiment.ExperimentMapper;
import io.phoenix.client.Json;
import io.phoenix.client.QueryResponse;
import io.phoenix.client.ReportDigest;
import io.phoenix.client.ReportResponse;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports from what is stored. */
@Singleton
final class Reports {
    private final ExperimentFinder finder;
    private final ReportStore store;
    private final MeasurementStore measurements;
    private final ExperimentStore experiments;
    private final ReportData data;

    Reports(
            ExperimentFinder finder,
            ReportStore store,
            MeasurementStore measurements,
            ExperimentStore experiments,
            ReportData data) {
        this.finder = finder;
        this.store = store;
        this.measurements = measurements;
        this.experiments = experiments;
        this.data = data;
    }

    Report required(TenantId tenant, String id) {
        Experiment experiment = finder.required(tenant, id);
        ExperimentId found = experiment.ref().experiment();
        return new Report(
                experiment,
                measurements.load(tenant, found),
                store.analysis(tenant, found).orElse(null),
                store.costs(tenant, found),
                experiments.events(tenant, found),
                new Report.Evidence(measurements.loadHosts(tenant, found), measurements.queries(tenant, found)));
    }

    ReportResponse response(Report report) {
        String digest = ReportDigest.of(Json.read(Json.write(response(report, null, null, null)), Map.class));
        return response(report, analysis(report.analysis()), data(report), digest);
    }

    private static ReportResponse response(
            Report report,
            @Nullable Map<String, @Nullable Object> analysis,
            @Nullable Map<String, @Nullable Object> data,
            @Nullable String digest) {
        ExperimentHead head = report.experiment().head();
        return new ReportResponse(
                name(head.verdict()),
                name(head.outcome()),
                head.outcomeReason(),
                name(head.cleanup()),
                ExperimentMapper.whole(report.experiment()),
                report.length().isZero() ? null : DurationText.format(report.length()),
                analysis,
                report.costs().stream().map(Reports::tree).toList(),
                data,
                report.evidence().queries().stream()
                        .map(query -> new QueryResponse(query.subject(), query.expression()))
                        .toList(),
                digest);
    }

    private @Nullable Map<String, @Nullable Object> data(Report report) {
        AnalysisResult analysis = report.analysis();
        return analysis == null
                ? null
                : data.of(
                        report.experiment(),
                        analysis,
                        report.measured(),
                        report.evidence().hosts());
    }

    private static @Nullable Map<String, @Nullable Object> analysis(@Nullable AnalysisResult analysis) {
        return analysis == null ? null : ResultTree.of(analysis);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Object value) {
        return Json.convert(value, Map.class);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
