package io.phoenix.domain.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate saves at one vendor's list price.
 *
 * @param candidate name of the variant
 * @param book id of the price book entry, for example {@code grafana-cloud}
 * @param priceVersion version of the entry
 * @param verified whether the price was read on the vendor's own page
 * @param baseline cost per month of what the baseline produced
 * @param monthlySaving at the point estimate
 * @param monthlySavingLow at the bound of the interval that is worse for the candidate; null without an interval
 * @param assumptions sentences that a reader needs to judge the number, the formula among them
 * @param breakdown null for estimates that were stored before there was one
 */
public record CostEstimate(
        String candidate,
        String book,
        String priceVersion,
        boolean verified,
        Money baseline,
        Money monthlySaving,
        @Nullable Money monthlySavingLow,
        @Nullable Money monthlySavingHigh,
        List<String> assumptions,
        @Nullable CostBreakdown breakdown) {
    /** Less what the candidate's collector costs more. */
    public static final String NET = "net of the collectors' CPU and memory";

    /** What the vendor bills less, and no more is known. */
    public static final String GROSS = "gross";

    public CostEstimate {
        assumptions = List.copyOf(assumptions);
    }

    /** An estimate of which nothing but the saving itself is known. */
    public CostEstimate(
            String candidate,
            String book,
            String priceVersion,
            boolean verified,
            Money baseline,
            Money monthlySaving,
            @Nullable Money monthlySavingLow,
            @Nullable Money monthlySavingHigh,
            List<String> assumptions) {
        this(
                candidate,
                book,
                priceVersion,
                verified,
                baseline,
                monthlySaving,
                monthlySavingLow,
                monthlySavingHigh,
                assumptions,
                null);
    }

    /** The saving of a month net of the collectors' own price; of estimates of earlier versions the vendor's bill alone. */
    public MoneyRange netMonth() {
        return breakdown != null ? breakdown.net().month() : grossMonth();
    }

    /** What the vendor bills less in a month; half a range is none. */
    public MoneyRange grossMonth() {
        return monthlySavingLow == null || monthlySavingHigh == null
                ? new MoneyRange(monthlySaving, null, null)
                : new MoneyRange(monthlySaving, monthlySavingLow, monthlySavingHigh);
    }

    /** What {@link #netMonth} is, for people: net only where the collectors' CPU and memory have a price. */
    public String basis() {
        return netMonth().equals(grossMonth()) ? GROSS : NET;
    }

    /** The same without how it was computed, which is most of its size. */
    public CostEstimate withoutFigures() {
        return breakdown == null
                ? this
                : new CostEstimate(
                        candidate,
                        book,
                        priceVersion,
                        verified,
                        baseline,
                        monthlySaving,
                        monthlySavingLow,
                        monthlySavingHigh,
                        assumptions,
                        breakdown.with(List.of()));
    }
}
