package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * What one goal or guardrail of one candidate needs; a number that does not exist is null.
 *
 * @param role {@code goal} or {@code guardrail}
 * @param scale {@code ratio} or {@code difference}, of limit, expected and detectable
 * @param limit below which the value must be shown to lie
 * @param expected by the pilot, or as asked
 * @param error of the pilot: standard error of the logarithm of the ratio, or of the difference
 * @param detectable the largest value that a run of the proposed length still shows to be below the limit
 * @param limitedBy {@code blocks}, {@code precision} or {@code memory}
 * @param hosts how many hosts show it, where hosts and not time are the replicates
 */
public record PlanCriterionResponse(
        String candidate,
        String metric,
        String role,
        String scale,
        double limit,
        @Nullable Double expected,
        @Nullable Double error,
        @Nullable Double degreesOfFreedom,
        @Nullable Double detectable,
        @Nullable Long pairs,
        @Nullable String duration,
        @Nullable String limitedBy,
        @Nullable Long hosts) {}
