package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * The slowest time in which the ratio of the variants forgets a disturbance.
 *
 * @param declared by the specification
 * @param suggested by earlier runs
 * @param longestSupported by the longest of them, a 24th of its length
 * @param supported whether they were long enough to be believed
 * @param runs how many were looked at
 */
public record PlanMemoryResponse(
        @Nullable String declared,
        @Nullable String suggested,
        @Nullable String longestSupported,
        boolean supported,
        int runs) {}
