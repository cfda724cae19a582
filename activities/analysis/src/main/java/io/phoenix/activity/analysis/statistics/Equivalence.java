package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Two one-sided tests of equivalence (Schuirmann 1987): the hypothesis is that the true value lies outside of the margins.
 * Rejected at alpha exactly when the interval of confidence 1 - 2 alpha lies inside of them.
 *
 * @param pValue the larger of the two one-sided p-values
 */
public record Equivalence(double aboveLower, double belowUpper, double pValue) {
    /** {@code margins} of the ratio or of the difference, as the estimate is. */
    public static Equivalence of(Estimate estimate, Interval margins) {
        double above = estimate.pAbove(margins.lower());
        double below = estimate.pBelow(margins.upper());
        return new Equivalence(above, below, Math.max(above, below));
    }

    public Map<String, Double> numbers() {
        return Map.of("pAboveLower", aboveLower, "pBelowUpper", belowUpper, "pValue", pValue);
    }
}
