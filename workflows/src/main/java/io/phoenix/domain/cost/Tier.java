package io.phoenix.domain.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One step of a price that changes with the amount.
 *
 * @param upTo last one that is charged at this price, counted from the first that is charged at all; null: no end
 * @param price of one priced unit
 * @param verified whether this price was read on the vendor's own page
 */
public record Tier(@Nullable BigDecimal upTo, BigDecimal price, boolean verified) {
    public Tier {
        Level.atLeastZero(price, "price");
        if (upTo != null && upTo.signum() <= 0) {
            throw new IllegalArgumentException("upTo is " + upTo.toPlainString() + ", a tier ends above 0");
        }
    }
}
