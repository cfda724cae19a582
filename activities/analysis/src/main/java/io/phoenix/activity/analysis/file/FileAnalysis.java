package io.phoenix.activity.analysis.file;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.PriceGate;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.measurement.MeasuredWindow;
import java.util.List;

/** The engine on a file. A saving in money cannot be estimated from it, so where one is asked for nothing is promoted. */
public final class FileAnalysis {
    private FileAnalysis() {}

    public static AnalysisResult of(AnalysisPlan plan, SeriesGrid series) {
        AnalysisInput input = input(plan, series);
        return PriceGate.apply(AnalysisEngine.analyze(input), plan.criteria().minimumMonthlySaving(), List.of());
    }

    /** What the engine is given of a file. */
    public static AnalysisInput input(AnalysisPlan plan, SeriesGrid series) {
        List<Candidate> candidates = series.candidates().stream()
                .map(name -> new Candidate(name, null))
                .toList();
        Criteria criteria = plan.usualGuardrails() ? ofMeasured(plan.criteria(), series) : plan.criteria();
        return new AnalysisInput(
                new Plan(criteria, plan.step(), plan.memory(), null, Evidence.WHEN_PRESENT, plan.information()),
                candidates,
                series.grid(),
                series.measured(),
                List.of(),
                series.hosts());
    }

    /** Guardrails that nobody wrote down do not spoil a file that lacks their metrics. */
    private static Criteria ofMeasured(Criteria criteria, SeriesGrid series) {
        List<String> measured = series.measured().stream()
                .map(MeasuredWindow::metric)
                .map(metric -> metric.metricName())
                .distinct()
                .toList();
        return criteria.withGuardrails(criteria.guardrails().stream()
                .filter(guardrail -> measured.contains(guardrail.metric()))
                .toList());
    }
}
