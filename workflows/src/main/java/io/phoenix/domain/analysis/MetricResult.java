package io.phoenix.domain.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis found of one metric of one candidate. A number that does not exist for the case is null.
 *
 * @param role {@code goal}, {@code guardrail}, {@code hard}, {@code parity} or {@code info}
 * @param outcome name of a {@link MetricOutcome} in lower case: {@code pass}, {@code fail}, {@code inconclusive}, {@code invalid} or {@code info}
 * @param reasons codes of {@link ReasonCode}
 * @param n complete pairs
 * @param coverage share of the grid points with a complete pair, in [0, 1]
 * @param baselineMean of a cumulative count, such as dropped points: its increase over the measurement
 * @param saving 1 - ratio
 * @param oneSidedLower one-sided bound of the ratio, or of the difference under an absolute limit; guardrails are judged
 *     by these bounds
 * @param rule which rule decided: {@code HOSTS}, {@code FAR_FROM_THRESHOLD}, {@code EXACT}, {@code EXACT_TO_ROUNDING},
 *     {@code SEGMENTS}, {@code BLOCKS}, {@code ABSOLUTE} or {@code MAXIMUM}
 * @param pValue two-sided, of ratio = 1
 * @param shown tests that are computed beside and never decide, by name
 */
public record MetricResult(
        String name,
        String role,
        String outcome,
        List<String> reasons,
        int n,
        double coverage,
        @Nullable Double baselineMean,
        @Nullable Double candidateMean,
        @Nullable Double ratio,
        @Nullable Double saving,
        double confidenceLevel,
        @Nullable Double ratioLower,
        @Nullable Double ratioUpper,
        @Nullable Double oneSidedLower,
        @Nullable Double oneSidedUpper,
        @Nullable Double standardError,
        @Nullable Integer blocks,
        @Nullable Double blockLag1,
        @Nullable Double effectiveBlocks,
        @Nullable Double degreesOfFreedom,
        @Nullable String rule,
        List<String> stamps,
        @Nullable Double pValue,
        boolean exact,
        @Nullable Double difference,
        @Nullable Double differenceLower,
        @Nullable Double differenceUpper,
        Map<String, Map<String, Double>> shown) {
    public MetricResult {
        reasons = List.copyOf(reasons);
        stamps = List.copyOf(stamps);
        shown = Collections.unmodifiableMap(new TreeMap<>(shown));
    }

    /** The same result with one more test shown beside it. */
    public MetricResult withShown(String test, Map<String, Double> numbers) {
        Map<String, Map<String, Double>> more = new TreeMap<>(shown);
        more.put(test, numbers);
        return new MetricResult(
                name,
                role,
                outcome,
                reasons,
                n,
                coverage,
                baselineMean,
                candidateMean,
                ratio,
                saving,
                confidenceLevel,
                ratioLower,
                ratioUpper,
                oneSidedLower,
                oneSidedUpper,
                standardError,
                blocks,
                blockLag1,
                effectiveBlocks,
                degreesOfFreedom,
                rule,
                stamps,
                pValue,
                exact,
                difference,
                differenceLower,
                differenceUpper,
                more);
    }
}
