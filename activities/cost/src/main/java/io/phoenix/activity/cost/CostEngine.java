package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.MeasuredWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Prices volumes and savings at list price.
 *
 * <p>Arithmetic is decimal; an amount is rounded once, at its end, half-even to the currency's minor unit. A saving is
 * therefore the rounded difference of the unrounded bills.
 */
public final class CostEngine {
    private CostEngine() {}

    /** What a month of this volume costs. */
    public static Money estimate(PriceBookEntry entry, Volume volume) {
        return Money.rounded(entry.model().perMonth(volume), entry.currency());
    }

    /**
     * What every candidate saves a month by every entry, by rank of the candidate, then in the order of the entries.
     *
     * <p>The baseline is billed by the 95th percentile of what was measured of it, a candidate by that times its measured
     * ratio: at the point estimate, and at both ends of the ratio's confidence interval. The lower saving is at the upper
     * end, where the candidate sends more.
     *
     * <p>There is no estimate without volumes of the baseline, for a candidate without a ratio, and for one whose data
     * cannot be trusted ({@link Verdict#INVALID}); there is no range without an interval.
     */
    public static List<CostEstimate> savings(
            AnalysisResult result, List<MeasuredWindow> measured, List<PriceBookEntry> entries) {
        Optional<MeasuredBaseline> baseline = MeasuredBaseline.of(measured);
        return result.candidates().stream()
                .filter(candidate -> candidate.verdict() != Verdict.INVALID)
                .flatMap(candidate -> baseline.flatMap(found -> CandidateVolumes.of(candidate, found.volume())).stream()
                        .flatMap(volumes -> entries.stream()
                                .map(entry -> saving(candidate, entry, baseline.orElseThrow(), volumes))))
                .toList();
    }

    private static CostEstimate saving(
            CandidateResult candidate, PriceBookEntry entry, MeasuredBaseline baseline, CandidateVolumes volumes) {
        CandidateVolumes.Range range = volumes.range();
        return new CostEstimate(
                candidate.name(),
                entry.id(),
                entry.version(),
                entry.verified(),
                estimate(entry, baseline.volume()),
                saved(entry, baseline.volume(), volumes.expected()),
                range == null ? null : saved(entry, baseline.volume(), range.most()),
                range == null ? null : saved(entry, baseline.volume(), range.least()),
                Assumptions.of(entry, baseline, volumes));
    }

    private static Money saved(PriceBookEntry entry, Volume baseline, Volume candidate) {
        BigDecimal difference =
                entry.model().perMonth(baseline).subtract(entry.model().perMonth(candidate));
        return Money.rounded(difference, entry.currency());
    }
}
