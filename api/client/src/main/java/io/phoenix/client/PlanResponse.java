package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run that is needed.
 *
 * @param fits whether it shows every criterion within the longest length allowed
 * @param duration the least length, such as {@code 12m30s}; never below 48 steps and 24 memories
 * @param pairs complete pairs of samples in it
 * @param plannedDuration {@code timing.duration} of the specification
 * @param pilot what it was planned by; null: nothing
 * @param pilotPairs complete pairs of the pilot
 * @param memory null when neither the specification nor earlier runs know it
 * @param errors why the run has less than an even chance to decide within {@code timing.duration} (with several looks {@code
 *     timing.maximumDuration}; with one a run is extended by itself only for missing samples), by field; {@code phoenix
 *     experiment run} does not start it then. Empty where nothing is known to plan by
 */
public record PlanResponse(
        boolean fits,
        String duration,
        long pairs,
        String step,
        @Nullable String plannedDuration,
        @Nullable String maximumDuration,
        @Nullable String pilot,
        int pilotPairs,
        @Nullable PlanMemoryResponse memory,
        List<PlanCriterionResponse> criteria,
        List<PlanAdviceResponse> advice,
        List<FieldError> errors) {
    public PlanResponse {
        criteria = criteria == null ? List.of() : List.copyOf(criteria);
        advice = advice == null ? List.of() : List.copyOf(advice);
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
