package io.phoenix.domain.experiment;

import io.phoenix.domain.cost.Money;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.shape.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds a spec from a file in which nothing is wrong. */
final class SpecAssembly {
    private final PipelineCatalog catalog;
    private final ExperimentSpecReader.Defaults defaults;

    SpecAssembly(PipelineCatalog catalog, ExperimentSpecReader.Defaults defaults) {
        this.catalog = catalog;
        this.defaults = defaults;
    }

    ExperimentSpec assemble(Part root) {
        Map<String, String> labels = new TreeMap<>();
        root.partOrEmpty("labels").values().forEach((key, value) -> labels.put(key, (String) value));
        return new ExperimentSpec(
                text(root, "name"),
                root.text("description"),
                labels,
                text(root, "target"),
                variants(root.partOrEmpty("variants")),
                input(root.partOrEmpty("input")),
                timing(root),
                criteria(root.partOrEmpty("criteria")),
                decision(root.partOrEmpty("decision")),
                new Pricing(root.partOrEmpty("pricing").texts("books")));
    }

    private Variants variants(Part variants) {
        Map<String, PipelineRef> candidates = new TreeMap<>();
        Part single = variants.part("candidate");
        if (single != null) {
            candidates.put(Variants.CANDIDATE, VariantRules.ref(catalog, single));
        }
        variants.partOrEmpty("candidates")
                .values()
                .forEach((name, pipeline) -> candidates.put(name, VariantRules.ref(catalog, (Part) pipeline)));
        Part baseline = variants.part("baseline");
        return new Variants(baseline == null ? null : VariantRules.ref(catalog, baseline), candidates);
    }

    private static Input input(Part input) {
        Part simulation = input.part("simulation");
        if (simulation == null) {
            Part host = input.certain("host", Part.class);
            return new Input(null, new Input.Host(span(host, "interval")));
        }
        return new Input(
                new Input.Simulation(
                        text(simulation, "profile"),
                        simulation.certain("hosts", Long.class).intValue(),
                        simulation.certain("processesPerHost", Long.class).intValue(),
                        span(simulation, "interval"),
                        simulation.certain("seed", Long.class)),
                null);
    }

    static Timing timing(Part root) {
        Duration interval = Objects.requireNonNull(Intervals.interval(root), "interval");
        Part timing = root.partOrEmpty("timing");
        Duration memory = timing.span("memory");
        Duration step = or(timing.span("step"), Intervals.minimumStep(interval));
        Duration duration = or(timing.span("duration"), Intervals.usualDuration(step, memory));
        return new Timing(
                or(timing.span("warmUp"), Intervals.usualWarmUp(interval)),
                duration,
                memory,
                step,
                or(timing.span("maximumDuration"), duration));
    }

    static Criteria criteria(Part criteria) {
        return new Criteria(
                criteria.certain("confidence", Double.class),
                criteria.parts("goals").stream()
                        .map(goal ->
                                new Criteria.Goal(text(goal, "metric"), goal.certain("minimumSaving", Double.class)))
                        .toList(),
                criteria.parts("guardrails").stream()
                        .map(guardrail -> new Criteria.Guardrail(
                                text(guardrail, "metric"),
                                guardrail.real("maximumIncrease"),
                                guardrail.real("maximum"),
                                guardrail.real("maximumValue")))
                        .toList(),
                criteria.texts("criticalProcesses"),
                criteria.certain("looks", Long.class).intValue(),
                saving(criteria.part("minimumMonthlySaving")),
                Criteria.Spending.valueOf(upper(criteria, "spending")),
                criteria.real("futility"));
    }

    private static Criteria.@Nullable MinimumMonthlySaving saving(@Nullable Part saving) {
        return saving == null
                ? null
                : new Criteria.MinimumMonthlySaving(
                        new Money(saving.certain("amount", BigDecimal.class), text(saving, "currency")),
                        text(saving, "book"));
    }

    private DecisionPolicy decision(Part decision) {
        Part approval = decision.partOrEmpty("approval");
        return new DecisionPolicy(
                DecisionPolicy.Promotion.valueOf(upper(decision, "promotion")),
                new DecisionPolicy.Approval(
                        span(approval, "deadline"),
                        DecisionPolicy.TimeoutAction.valueOf(upper(approval, "onTimeout")),
                        approval.certain("fourEyes", Boolean.class),
                        or(approval.flag("engineSignals"), defaults.engineSignals())),
                span(decision, "watch"));
    }

    private static String text(Part part, String name) {
        return part.certain(name, String.class);
    }

    private static Duration span(Part part, String name) {
        return part.certain(name, Duration.class);
    }

    private static String upper(Part part, String name) {
        return text(part, name).toUpperCase(Locale.ROOT);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value != null ? value : otherwise;
    }
}
