package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much of a quantity there is.
 *
 * @param unit what is counted, in the plural
 * @param formula over the named inputs, gives the amount
 */
public record Metered(
        BigDecimal amount, String unit, Dimension dimension, String formula, Map<String, BigDecimal> inputs) {
    public Metered {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    static Metered of(Quantity quantity, BigDecimal amount, String formula, Map<String, BigDecimal> inputs) {
        return new Metered(amount, quantity.unit(), quantity.dimension(), formula, inputs);
    }
}
