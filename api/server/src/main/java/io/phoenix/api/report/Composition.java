package io.phoenix.api.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.Experiment;
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
            analysis.candidates().forEach(candidate -> composition.candidate(report.experiment(), candidate));
            composition.parity(analysis);
        }
        composition.costs(report.costs());
        return composition.sections;
    }

    private void run(Report report) {
        Experiment experiment = report.experiment();
        sections.add(new Section.Heading(experiment.ref().title() + ": " + summary(experiment.head())));
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
        if (report.measured().isZero()) {
            return "nothing measured (" + plan + ")";
        }
        String measured = "measured for " + DurationText.format(report.measured());
        return scale == 1 && report.measured().equals(planned) ? measured : measured + " (" + plan + ")";
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

    private void candidate(Experiment experiment, CandidateResult candidate) {
        PipelineRef pipeline = experiment.spec().variants().candidates().get(candidate.name());
        String template = pipeline == null ? "" : " (" + pipeline.template() + ")";
        sections.add(new Section.Heading(candidate.name() + template + ": " + candidate.verdict()));
        sections.add(MetricRows.of(candidate));
        sections.add(new Section.Points(
                candidate.reasons().stream().map(Reason::message).toList()));
    }

    private void parity(AnalysisResult analysis) {
        analysis.parity()
                .forEach((candidate, parity) -> sections.add(new Section.Line("Same input for " + candidate + ": "
                        + parity.outcome() + ", accepted points "
                        + Figures.change(parity.ratio())
                        + " " + Figures.changes(parity.ratioLower(), parity.ratioUpper()))));
    }

    private void costs(List<CostEstimate> costs) {
        if (costs.isEmpty()) {
            return;
        }
        sections.add(new Section.Heading("Saving a month at list prices"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "price book", "baseline", "saving", "range"));
        costs.forEach(cost -> rows.add(row(cost)));
        sections.add(new Section.Grid(rows));
        sections.add(new Section.Points(costs.stream()
                .flatMap(cost -> cost.assumptions().stream())
                .distinct()
                .toList()));
    }

    private static List<String> row(CostEstimate cost) {
        String range = cost.monthlySavingLow() == null || cost.monthlySavingHigh() == null
                ? Figures.NONE
                : Figures.money(cost.monthlySavingLow()) + " .. " + Figures.money(cost.monthlySavingHigh());
        return List.of(
                cost.candidate(),
                cost.book() + " " + cost.priceVersion() + (cost.verified() ? "" : " (not verified)"),
                Figures.money(cost.baseline()),
                Figures.money(cost.monthlySaving()),
                range);
    }
}
