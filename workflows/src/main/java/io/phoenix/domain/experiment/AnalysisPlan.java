package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file of series is judged by: the criteria of an experiment with the grid they are applied on.
 *
 * @param memory slowest time in which the ratio of the variants forgets a disturbance; null: not declared
 * @param usualGuardrails whether the guardrails are those of a plan that names none; they speak of what was measured only
 */
public record AnalysisPlan(Duration step, @Nullable Duration memory, Criteria criteria, boolean usualGuardrails) {
    public AnalysisPlan {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(criteria, "criteria");
    }
}
