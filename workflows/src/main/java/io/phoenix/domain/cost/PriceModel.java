package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * How a vendor turns a volume into a bill, without the currency, which is the entry's.
 *
 * @param fee a month, whatever the volume
 * @param charges at least one
 */
public record PriceModel(BigDecimal fee, List<Charge> charges) {
    public PriceModel {
        Level.atLeastZero(fee, "fee");
        charges = List.copyOf(charges);
        if (charges.isEmpty()) {
            throw new IllegalArgumentException("charges is empty, a bill has at least one line");
        }
    }

    /** The bill of a month of this volume. */
    public Bill bill(Volume volume, Reading reading) {
        return new Bill(
                fee,
                charges.stream().map(charge -> charge.bill(volume, reading)).toList());
    }

    /**
     * The list price of a month of this volume, at least 0, never falling when the volume grows, and not rounded.
     *
     * @throws IllegalStateException when a price is not public
     */
    public BigDecimal perMonth(Volume volume, Reading reading) {
        return bill(volume, reading)
                .total()
                .orElseThrow(() -> new IllegalStateException("these have no public price: " + unpriced()));
    }

    /** The list price as it is listed. */
    public BigDecimal perMonth(Volume volume) {
        return perMonth(volume, Reading.LISTED);
    }

    /** Names of the charges without a public price. */
    public List<String> unpriced() {
        return charges.stream()
                .filter(charge -> !charge.priced())
                .map(Charge::name)
                .toList();
    }

    /** Whether a charge counts one of these. */
    public boolean counts(Set<Dimension> dimensions) {
        return charges.stream()
                .flatMap(charge -> charge.quantities().stream())
                .map(Quantity::dimension)
                .anyMatch(dimensions::contains);
    }

    public boolean priced() {
        return unpriced().isEmpty();
    }
}
