package io.phoenix.domain.cost;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * One plan of one vendor with its list price.
 *
 * @param id name in specs and reports, for example {@code grafana-cloud}
 * @param region where the price holds; {@code all} when the vendor has one price
 * @param dateRead when the price was read
 * @param source titles of what it was read from
 * @param verified whether the price itself was read on the vendor's own page
 */
public record PriceBookEntry(
        String id,
        String vendor,
        String plan,
        String region,
        Currency currency,
        LocalDate dateRead,
        String source,
        boolean verified,
        PriceModel model) {
    public PriceBookEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(dateRead, "dateRead");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(model, "model");
    }

    /** The version of the entry is the date on which its price was read. */
    public String version() {
        return dateRead.toString();
    }
}
