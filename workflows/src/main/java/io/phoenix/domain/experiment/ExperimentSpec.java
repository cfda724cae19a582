package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment shall do, as its file says it with every default filled in; immutable once it has started.
 *
 * @param name DNS-1123 label; runs of one name are numbered
 * @param target where the winning pipeline runs afterwards
 */
public record ExperimentSpec(
        String name,
        @Nullable String description,
        Map<String, String> labels,
        String target,
        Variants variants,
        Input input,
        Timing timing,
        Criteria criteria,
        DecisionPolicy decision,
        Pricing pricing) {
    public ExperimentSpec {
        Objects.requireNonNull(name, "name");
        labels = Map.copyOf(labels);
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(variants, "variants");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(criteria, "criteria");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(pricing, "pricing");
    }

    /** The interval of the input in a run on a grid of this step, which is that of the spec unless time is scaled. */
    public Duration intervalOn(Duration step) {
        return input.interval((double) step.toNanos() / timing.step().toNanos());
    }
}
