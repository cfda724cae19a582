package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Timing;
import io.phoenix.domain.pipeline.PipelineRef;
import java.util.List;
import java.util.Locale;

/** The plan of an experiment as a Markdown table for the engine's UI. */
final class PlanTable {
    private PlanTable() {}

    static String of(ExperimentPlan plan) {
        ExperimentSpec spec = plan.spec();
        StringBuilder table = new StringBuilder("| plan | |\n|---|---|\n");
        row(table, "experiment", plan.ref().title() + " (`" + plan.ref().experiment() + "`)");
        row(table, "started by", "`" + plan.startedBy() + "`");
        row(table, "target", "`" + spec.target() + "`");
        row(table, "baseline", baselineTemplate(spec));
        row(table, "candidates", String.join(", ", candidateTemplates(spec)));
        row(table, "input", input(spec.input()));
        row(table, "timing", timing(spec.timing(), plan.timeScale()));
        row(table, "goals", String.join(", ", goals(spec.criteria())));
        row(table, "guardrails", String.join(", ", guardrails(spec.criteria())));
        if (spec.criteria().sequential()) {
            row(table, "looks", looks(spec.criteria()));
        }
        row(table, "critical processes", String.join(", ", spec.criteria().criticalProcesses()));
        row(table, "decision", decision(spec.decision()));
        return table.toString();
    }

    static String baselineTemplate(ExperimentSpec spec) {
        return spec.variants().baseline() instanceof PipelineRef baseline
                ? baseline.template()
                : "what the target runs";
    }

    static List<String> candidateTemplates(ExperimentSpec spec) {
        return spec.variants().candidates().values().stream()
                .map(PipelineRef::template)
                .toList();
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(value.isEmpty() ? "none" : value.replace("|", "\\|"))
                .append(" |\n");
    }

    private static String input(Input input) {
        if (input.simulation() instanceof Input.Simulation simulation) {
            return "simulation `" + simulation.profile() + "`, " + simulation.hosts() + " hosts with "
                    + simulation.processesPerHost() + " processes, every " + Words.of(simulation.interval())
                    + ", seed " + simulation.seed();
        }
        return "processes of the target's hosts, every " + Words.of(input.interval());
    }

    private static String timing(Timing timing, double scale) {
        String text = "warm-up " + Words.of(timing.warmUp()) + ", measurement " + Words.of(timing.duration())
                + " (at most " + Words.of(timing.maximumDuration()) + "), step " + Words.of(timing.step());
        return scale == 1 ? text : text + ", time scaled by " + scale;
    }

    private static List<String> goals(Criteria criteria) {
        return criteria.goals().stream()
                .map(goal -> "`" + goal.metric() + "` saves more than " + Words.percent(goal.minimumSaving()))
                .toList();
    }

    private static List<String> guardrails(Criteria criteria) {
        return criteria.guardrails().stream().map(PlanTable::guardrail).toList();
    }

    private static String guardrail(Criteria.Guardrail guardrail) {
        String limit = guardrail.maximumIncrease() instanceof Double increase
                ? "+" + Words.percent(increase)
                : guardrail.maximumValue() instanceof Double value
                        ? value + " in every sample"
                        : String.valueOf(guardrail.maximum());
        return "`" + guardrail.metric() + "` at most " + limit;
    }

    private static String looks(Criteria criteria) {
        String text = criteria.looks() + ", spending "
                + criteria.spending().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return criteria.futility() instanceof Double futility
                ? text + ", ends below a chance of " + Words.percent(futility)
                : text;
    }

    private static String decision(DecisionPolicy decision) {
        String text = "promotion " + decision.promotion().name().toLowerCase(Locale.ROOT) + ", watch "
                + Words.of(decision.watch());
        return decision.promotion() == DecisionPolicy.Promotion.MANUAL
                ? text + ", approval within " + Words.of(decision.approval().deadline())
                        + (decision.approval().fourEyes() ? " by another person" : "")
                : text;
    }
}
