package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One charge applied to a volume, with everything that is needed to follow it.
 *
 * @param counted what the vendor counts
 * @param included what of it costs nothing
 * @param unit how many of them one price is for
 * @param chargedUnits {@code max(0, counted - included) / unit}
 * @param parts by tier; null: the price is not public
 * @param amount the sum of the parts; null: the price is not public
 */
public record BillLine(
        String charge,
        Metered counted,
        BigDecimal included,
        BigDecimal unit,
        BigDecimal chargedUnits,
        @Nullable List<Part> parts,
        @Nullable BigDecimal amount) {

    /** Units at one price. */
    public record Part(BigDecimal units, BigDecimal price, BigDecimal amount) {}

    public BillLine {
        parts = parts == null ? null : List.copyOf(parts);
    }

    static BillLine unpriced(
            String charge, Metered counted, BigDecimal included, BigDecimal unit, BigDecimal chargedUnits) {
        return new BillLine(charge, counted, included, unit, chargedUnits, null, null);
    }

    BillLine at(List<Part> prices) {
        BigDecimal sum = prices.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BillLine(charge, counted, included, unit, chargedUnits, prices, sum);
    }

    /** The tiers that were reached; none where the price is not public. */
    public List<Part> reached() {
        return parts == null ? List.of() : parts;
    }

    /** Whether everything that was counted costs nothing. */
    public boolean withinIncluded() {
        return counted.amount().compareTo(included) <= 0;
    }
}
