package io.phoenix.domain.cost;

import java.math.BigDecimal;

/** How a vendor turns a volume into a bill; one record per billing rule, without the currency, which is the entry's. */
public sealed interface PriceModel permits ActiveSeriesPrice {
    /** The list price of a month of this volume, at least 0, never falling when the volume grows, and not rounded. */
    BigDecimal perMonth(Volume volume);
}
