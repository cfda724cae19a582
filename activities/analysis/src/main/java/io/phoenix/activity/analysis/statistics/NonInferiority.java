package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Both one-sided tests against one limit of a quantity that should stay small.
 *
 * @param held p-value of "the limit is reached or exceeded": small when the value is shown to stay below
 * @param broken p-value of "the value stays at or below the limit": small when the limit is shown to be exceeded
 */
public record NonInferiority(double limit, double held, double broken) {
    public static NonInferiority of(Estimate estimate, double limit) {
        return new NonInferiority(limit, estimate.pBelow(limit), estimate.pAbove(limit));
    }

    public Map<String, Double> numbers() {
        return Map.of("limit", limit, "pHeld", held, "pBroken", broken);
    }
}
