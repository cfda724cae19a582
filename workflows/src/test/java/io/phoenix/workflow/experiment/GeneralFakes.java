package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.tenant.AuditEntry;
import java.util.Map;

/** The activities that any worker takes. */
record GeneralFakes(Fakes fakes, String targetQueue)
        implements TargetActivities, MeasurementActivities, AnalysisActivities, RecordActivities {
    @Override
    public Reservation reserveTarget(ExperimentRef ref, String target) {
        fakes.called("reserveTarget");
        return new Reservation(
                target,
                TargetKind.LOCAL,
                targetQueue,
                7,
                new PipelineRef("process-baseline-v1", Map.of()),
                Fakes.ACTIVE);
    }

    @Override
    public void releaseTarget(ExperimentRef ref, String target) {
        fakes.called("releaseTarget");
    }

    @Override
    public WindowSummary measureWindow(MeasureRequest request) {
        fakes.measured.add(request);
        fakes.called("measureWindow");
        return fakes.measure.apply(request);
    }

    @Override
    public AnalysisSummary analyze(AnalyzeRequest request) {
        fakes.analyzed.add(request);
        fakes.called("analyze");
        return fakes.analyze.apply(request);
    }

    @Override
    public CostSummary estimateCost(CostRequest request) {
        fakes.called("estimateCost");
        return Fakes.cost();
    }

    @Override
    public void project(Projection projection) {
        fakes.called("project");
        fakes.projections.add(projection);
    }

    @Override
    public void audit(AuditEntry entry) {
        fakes.called("audit");
        fakes.audits.add(entry);
    }
}
