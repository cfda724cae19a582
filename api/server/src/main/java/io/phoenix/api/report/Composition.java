package io.phoenix.api.report;

import io.phoenix.activity.analysis.report.AnalysisSections;
import io.phoenix.activity.analysis.report.Section;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.shape.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a report says, in which order. */
final class Composition {
    private final List<Section> sections = new ArrayList<>();

    private Composition() {}

    static List<Section> of(Report report) {
        Composition composition = new Composition();
        composition.run(report);
        AnalysisResult analysis = report.analysis();
        if (analysis == null) {
            composition.sections.add(new Section.Line("Nothing has been analysed."));
        } else {
            composition.sections.addAll(AnalysisSections.ranking(analysis));
            analysis.candidates().forEach(candidate -> composition.candidate(report.experiment(), candidate, analysis));
            composition.sections.addAll(AnalysisSections.overTime(analysis, report.measured()));
            composition.sections.addAll(AnalysisSections.data(analysis, report.measured()));
        }
        composition.sections.addAll(AnalysisSections.costs(report.costs()));
        composition.sections.add(new Section.Appendix(Decisions.of(report)));
        composition.sections.add(composition.history(report.events()));
        if (analysis != null) {
            composition.sections.addAll(AnalysisSections.plan(analysis));
        }
        composition.sections.addAll(AnalysisSections.queries(report.evidence().queries()));
        return composition.sections;
    }

    private void run(Report report) {
        Experiment experiment = report.experiment();
        sections.add(new Section.Heading(experiment.ref().title() + ": " + summary(experiment.head())));
        if (report.analysis() != null) {
            sections.add(AnalysisSections.sentence(report.analysis()));
        }
        sections.add(new Section.Line(experiment.head().message()));
        sections.add(new Section.Line("Target " + experiment.spec().target() + ", started by "
                + experiment.startedBy() + " at " + experiment.createdAt() + ", input "
                + input(experiment.spec().input()) + ", " + measured(report) + "."));
    }

    /** What really passed, beside the plan where a time scale, an extension or an early end keeps them apart. */
    private static String measured(Report report) {
        Experiment experiment = report.experiment();
        Duration planned = experiment.spec().timing().duration();
        double scale = experiment.timeScale();
        String plan = "planned " + DurationText.format(planned) + (scale == 1 ? "" : " at time scale " + scale);
        if (report.length().isZero()) {
            return "nothing measured (" + plan + ")";
        }
        String measured = "measured for " + DurationText.format(report.length());
        return scale == 1 && report.length().equals(planned) ? measured : measured + " (" + plan + ")";
    }

    private static String summary(ExperimentHead head) {
        StringBuilder text = new StringBuilder();
        text.append(
                head.verdict() == null ? head.phase().name() : head.verdict().name());
        if (head.outcome() != null) {
            text.append(", ").append(head.outcome());
        }
        String reason = head.errorCode() == null ? head.outcomeReason() : head.errorCode();
        return reason == null
                ? text.toString()
                : text.append(" (").append(reason).append(')').toString();
    }

    private static String input(Input input) {
        return input.simulation() instanceof Input.Simulation simulation
                ? "simulation " + simulation.profile() + ", " + simulation.hosts() + " hosts with "
                        + simulation.processesPerHost() + " processes every "
                        + DurationText.format(simulation.interval()) + ", seed " + simulation.seed()
                : "the target's hosts every " + DurationText.format(input.interval());
    }

    private void candidate(Experiment experiment, CandidateResult candidate, AnalysisResult analysis) {
        PipelineRef pipeline = experiment.spec().variants().candidates().get(candidate.name());
        sections.addAll(AnalysisSections.candidate(candidate, pipeline == null ? null : pipeline.template(), analysis));
    }

    private Section history(List<ExperimentEvent> events) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at", "phase", "event", "message"));
        events.forEach(event ->
                rows.add(List.of(Decisions.seconds(event.at()), event.phase().name(), event.type(), event.message())));
        return new Section.Appendix(List.of(new Section.Heading("What happened"), new Section.Grid(rows)));
    }
}
