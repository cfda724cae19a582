package io.phoenix.activity.verdict;

import io.phoenix.activity.Heartbeat;
import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostEvidence;
import io.phoenix.activity.cost.PriceSource;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.PriceGate;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineTemplate;
import io.phoenix.workflow.experiment.AnalysisActivities;
import io.phoenix.workflow.experiment.AnalysisSummary;
import io.phoenix.workflow.experiment.AnalyzeRequest;
import io.phoenix.workflow.experiment.CostRequest;
import io.phoenix.workflow.experiment.CostSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link AnalysisActivities} over the stores and the pure engines. Thread-safe. */
public final class AnalysisActivitiesImpl implements AnalysisActivities {
    private final PipelineCatalog catalog;
    private final PriceSource prices;
    private final MeasurementStore measurements;
    private final ReportStore reports;
    private final Heartbeat heartbeat;

    public AnalysisActivitiesImpl(
            PipelineCatalog catalog, PriceSource prices, MeasurementStore measurements, ReportStore reports) {
        this(catalog, prices, measurements, reports, Heartbeat.ofEngine());
    }

    AnalysisActivitiesImpl(
            PipelineCatalog catalog,
            PriceSource prices,
            MeasurementStore measurements,
            ReportStore reports,
            Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
        this.catalog = catalog;
        this.prices = prices;
        this.measurements = measurements;
        this.reports = reports;
    }

    @Override
    public AnalysisSummary analyze(AnalyzeRequest request) {
        ExperimentRef ref = request.ref();
        heartbeat.beat("reading what was measured");
        List<MeasuredWindow> measured = measurements.load(ref.tenant(), ref.experiment());
        List<HostWindow> hosts = measurements.loadHosts(ref.tenant(), ref.experiment());
        heartbeat.beat("analysing");
        AnalysisInput input = input(request, measured, hosts);
        List<Double> information = Looks.information(request.look(), input);
        AnalysisResult found = AnalysisEngine.analyze(input.at(information));
        heartbeat.beat("estimating the saving");
        List<CostEstimate> costs = new SpecPricing(prices.of(ref.tenant())).estimates(request, found, measured);
        AnalysisResult result = PriceGate.apply(found, request.spec().criteria().minimumMonthlySaving(), costs);
        heartbeat.beat("storing the result");
        // In this order whoever finds the analysis finds its price as well.
        reports.saveCosts(ref.tenant(), ref.experiment(), costs);
        reports.saveAnalysis(ref.tenant(), ref.experiment(), result);
        AnalysisSummary summary = Summaries.of(result);
        return information.isEmpty() ? summary : summary.at(Looks.summary(result, information));
    }

    @Override
    public CostSummary estimateCost(CostRequest request) {
        ExperimentRef ref = request.ref();
        heartbeat.beat("reading the estimates");
        List<CostEstimate> costs = reports.costs(ref.tenant(), ref.experiment());
        return reports.analysis(ref.tenant(), ref.experiment())
                .map(result ->
                        CostSummaries.of(result, costs, request.spec().pricing().books()))
                .orElseGet(() -> CostSummaries.unpriced("Nothing was analysed, so nothing is priced."));
    }

    private AnalysisInput input(AnalyzeRequest request, List<MeasuredWindow> measured, List<HostWindow> hosts) {
        Plan plan = plan(request);
        Grid grid = new Grid(request.windows());
        return new AnalysisInput(
                plan,
                candidates(request.spec()),
                grid,
                measured,
                List.of(),
                HostEvidence.of(plan, grid, measured, hosts));
    }

    private static Plan plan(AnalyzeRequest request) {
        ExperimentSpec spec = request.spec();
        return new Plan(
                spec.criteria(), request.step(), request.memory(), spec.intervalOn(request.step()), Evidence.REQUIRED);
    }

    private List<Candidate> candidates(ExperimentSpec spec) {
        return spec.variants().candidates().entrySet().stream()
                .map(candidate -> new Candidate(candidate.getKey(), declared(candidate.getValue())))
                .toList();
    }

    private @Nullable Double declared(PipelineRef pipeline) {
        return catalog.find(pipeline.template())
                .map(PipelineTemplate::declaredReduction)
                .map(PipelineTemplate.ReductionRange::high)
                .orElse(null);
    }
}
