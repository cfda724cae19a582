package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file of series is judged by: the criteria of an experiment with the grid they are applied on.
 *
 * @param memory slowest time in which the ratio of the variants forgets a disturbance; null: not declared
 * @param usualGuardrails whether the guardrails are those of a plan that names none; they speak of what was measured only
 * @param information share of the planned complete pairs at each look up to this file; empty: it is the last one of looks
 *     at even distances
 */
public record AnalysisPlan(
        Duration step,
        @Nullable Duration memory,
        Criteria criteria,
        boolean usualGuardrails,
        List<Double> information) {
    public AnalysisPlan {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(criteria, "criteria");
        information = List.copyOf(information);
    }

    /** The same on another grid. */
    public AnalysisPlan on(Duration otherStep) {
        return new AnalysisPlan(otherStep, memory, criteria, usualGuardrails, information);
    }
}
