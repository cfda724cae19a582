package io.phoenix.domain.cost;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one amount was computed.
 *
 * @param name stable, for example {@code baseline_month}
 * @param formula over the inputs
 * @param inputs texts by name: amounts with currency, durations, numbers
 * @param bill the lines of the amount when it is a vendor's bill; null for sums and differences of other figures
 */
public record Figure(
        String name,
        String formula,
        Map<String, String> inputs,
        @Nullable List<BillLine> bill,
        String priceVersion,
        MoneyRange result) {
    public Figure {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        bill = bill == null ? null : List.copyOf(bill);
    }
}
