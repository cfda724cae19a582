package io.phoenix.activity.cost;

import io.phoenix.domain.cost.ActiveSeriesPrice;
import io.phoenix.domain.cost.PriceBookEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The price book: entries by id. Immutable and thread-safe. */
public final class PriceBooks {
    private static final PriceBooks SHIPPED = new PriceBooks(List.of(grafanaCloud()));

    private final Map<String, PriceBookEntry> entries;

    /**
     * @param entries with different ids, in the order in which people see them
     */
    public PriceBooks(List<PriceBookEntry> entries) {
        Map<String, PriceBookEntry> byId = new LinkedHashMap<>();
        for (PriceBookEntry entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("entries has '" + entry.id() + "' twice");
            }
        }
        this.entries = Collections.unmodifiableMap(byId);
    }

    /** The entries that come with Phoenix. */
    public static PriceBooks shipped() {
        return SHIPPED;
    }

    public Set<String> ids() {
        return entries.keySet();
    }

    public Optional<PriceBookEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Grafana Cloud, plan Pro, all regions, USD, read on 2026-11-21: 6.50 for each 1,000 active series a month, 10,000 and
     * one sample per minute of each series included, platform fee 19 a month.
     *
     * <p>The rule is that of the vendor's page; the price is <em>not verified</em>, since it comes from public files of 2025
     * and 2026 and not from the vendor's page.
     */
    private static PriceBookEntry grafanaCloud() {
        return new PriceBookEntry(
                "grafana-cloud",
                "Grafana Cloud",
                "Pro",
                "all",
                Currency.getInstance("USD"),
                LocalDate.of(2026, 11, 21),
                "rule: the vendor's page \"Understand metrics usage and cost\"; price: public files of 2025 and 2026",
                false,
                new ActiveSeriesPrice(
                        new BigDecimal("10000"), BigDecimal.ONE, new BigDecimal("6.50"), new BigDecimal("19.00")));
    }
}
