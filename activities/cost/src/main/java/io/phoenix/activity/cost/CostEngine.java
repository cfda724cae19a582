package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.MeasuredWindow;
import java.util.List;

/**
 * Prices volumes and savings.
 *
 * <p>Arithmetic is decimal; an amount is rounded once, at its end, half-even to the currency's minor unit. A saving is
 * therefore the rounded difference of the unrounded bills.
 */
public final class CostEngine {
    private CostEngine() {}

    /**
     * What a month of this volume costs.
     *
     * @throws IllegalStateException when the entry has no public price
     */
    public static Money estimate(PriceBookEntry entry, Volume volume) {
        return Money.rounded(entry.model().perMonth(volume), entry.currency());
    }

    /**
     * What every candidate saves a month by every entry, by rank of the candidate, then in the order of the entries.
     *
     * <p>The baseline is billed by what was measured of it, by each vendor's own window; a candidate by that times its
     * measured ratios: at the point estimate, and at both ends of the confidence intervals. The lower saving is at the upper
     * end, where the candidate sends more.
     *
     * <p>There is no estimate without volumes of the baseline, for a candidate without ratios of series and samples, for one
     * whose data cannot be trusted ({@link Verdict#INVALID}), and for an entry without a public price; there is no range
     * without an interval of everything that the vendor counts.
     */
    public static List<CostEstimate> savings(
            AnalysisResult result, List<MeasuredWindow> measured, List<PriceBookEntry> entries, PricingScope scope) {
        return MeasuredBaseline.of(measured, scope.hosts())
                .map(baseline -> new Estimates(baseline, scope))
                .map(estimates -> result.candidates().stream()
                        .filter(candidate -> candidate.verdict() != Verdict.INVALID)
                        .flatMap(
                                candidate -> entries.stream().flatMap(entry -> estimates.of(candidate, entry).stream()))
                        .toList())
                .orElse(List.of());
    }
}
