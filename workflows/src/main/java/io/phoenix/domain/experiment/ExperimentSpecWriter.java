package io.phoenix.domain.experiment;

import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.shape.DurationText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a spec as the canonical tree of plain JSON values, which {@link ExperimentSpecReader} reads back equal. */
public final class ExperimentSpecWriter {
    private ExperimentSpecWriter() {}

    /** A new tree in the order of the published shape; fields without a value are left out. */
    public static Map<String, Object> tree(ExperimentSpec spec) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", spec.name());
        putIfPresent(tree, "description", spec.description());
        tree.put("labels", new TreeMap<>(spec.labels()));
        tree.put("target", spec.target());
        tree.put("variants", variants(spec.variants()));
        tree.put("input", input(spec.input()));
        tree.put("timing", timing(spec.timing()));
        tree.put("criteria", criteria(spec.criteria()));
        tree.put("decision", decision(spec.decision()));
        tree.put("pricing", ordered("books", spec.pricing().books()));
        return tree;
    }

    private static Map<String, Object> variants(Variants variants) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (variants.baseline() != null) {
            tree.put("baseline", pipeline(variants.baseline()));
        }
        PipelineRef single = variants.candidates().get(Variants.CANDIDATE);
        if (single != null && variants.candidates().size() == 1) {
            tree.put("candidate", pipeline(single));
        } else {
            Map<String, Object> candidates = new LinkedHashMap<>();
            variants.candidates().forEach((name, ref) -> candidates.put(name, pipeline(ref)));
            tree.put("candidates", candidates);
        }
        return tree;
    }

    private static Map<String, Object> pipeline(PipelineRef ref) {
        return ordered("template", ref.template(), "parameters", new LinkedHashMap<>(ref.parameters()));
    }

    private static Map<String, Object> input(Input input) {
        if (input.host() != null) {
            return ordered("host", ordered("interval", text(input.interval())));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        Input.Simulation simulation = input.simulation();
        if (simulation != null) {
            tree.put("profile", simulation.profile());
            tree.put("hosts", simulation.hosts());
            tree.put("processesPerHost", simulation.processesPerHost());
            tree.put("interval", text(simulation.interval()));
            tree.put("seed", simulation.seed());
        }
        return ordered("simulation", tree);
    }

    private static Map<String, Object> timing(Timing timing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("warmUp", text(timing.warmUp()));
        tree.put("duration", text(timing.duration()));
        if (timing.memory() != null) {
            tree.put("memory", text(timing.memory()));
        }
        tree.put("step", text(timing.step()));
        tree.put("maximumDuration", text(timing.maximumDuration()));
        return tree;
    }

    /** The {@code criteria} block alone, as a plan file has it. */
    public static Map<String, Object> criteria(Criteria criteria) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("confidence", criteria.confidence());
        tree.put(
                "goals",
                criteria.goals().stream()
                        .map(goal -> ordered("metric", goal.metric(), "minimumSaving", goal.minimumSaving()))
                        .toList());
        tree.put(
                "guardrails",
                criteria.guardrails().stream()
                        .map(ExperimentSpecWriter::guardrail)
                        .toList());
        tree.put("criticalProcesses", List.copyOf(criteria.criticalProcesses()));
        tree.put("looks", criteria.looks());
        // What is usual is left out, so that the plan of an earlier result is written as it was.
        if (criteria.spending() != Criteria.Spending.OBRIEN_FLEMING) {
            tree.put("spending", text(criteria.spending()));
        }
        putIfPresent(tree, "futility", criteria.futility());
        Criteria.MinimumMonthlySaving saving = criteria.minimumMonthlySaving();
        if (saving != null) {
            Map<String, Object> money = ordered(
                    "amount",
                    saving.amount().amount(),
                    "currency",
                    saving.amount().currency());
            money.put("book", saving.book());
            tree.put("minimumMonthlySaving", money);
        }
        return tree;
    }

    private static Map<String, Object> guardrail(Criteria.Guardrail guardrail) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("metric", guardrail.metric());
        putIfPresent(tree, "maximumIncrease", guardrail.maximumIncrease());
        putIfPresent(tree, "maximum", guardrail.maximum());
        putIfPresent(tree, "maximumValue", guardrail.maximumValue());
        return tree;
    }

    private static Map<String, Object> decision(DecisionPolicy decision) {
        DecisionPolicy.Approval approval = decision.approval();
        Map<String, Object> approvalTree = new LinkedHashMap<>();
        approvalTree.put("deadline", text(approval.deadline()));
        approvalTree.put("onTimeout", text(approval.onTimeout()));
        approvalTree.put("fourEyes", approval.fourEyes());
        approvalTree.put("engineSignals", approval.engineSignals());
        Map<String, Object> tree = ordered("promotion", text(decision.promotion()), "approval", approvalTree);
        tree.put("watch", text(decision.watch()));
        return tree;
    }

    private static String text(Duration duration) {
        return DurationText.format(duration);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void putIfPresent(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }

    private static Map<String, Object> ordered(String name, Object value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(name, value);
        return tree;
    }

    private static Map<String, Object> ordered(String first, Object value, String second, Object other) {
        Map<String, Object> tree = ordered(first, value);
        tree.put(second, other);
        return tree;
    }
}
