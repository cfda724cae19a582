package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.Validation;

/**
 * What comes with Phoenix, with the tenant's own entries in its place.
 *
 * <p>An own entry that this version cannot read any more has no price at all: the list price in its place would be a wrong one, and
 * the other entries have nothing to do with it.
 */
public final class TenantPrices implements PriceSource {
    private final PriceBooks shipped;
    private final PriceBookStore overrides;

    public TenantPrices(PriceBooks shipped, PriceBookStore overrides) {
        this.shipped = shipped;
        this.overrides = overrides;
    }

    @Override
    public PriceBooks of(TenantId tenant) {
        PriceBooks books = shipped;
        for (PriceBookStore.Own own : overrides.list(tenant)) {
            books = switch (PriceBookReader.read(own.document(), own.version())) {
                case Validation.Valid<PriceBookEntry>(PriceBookEntry entry) -> books.with(entry);
                case Validation.Invalid<PriceBookEntry> unreadable -> books.without(own.id());
            };
        }
        return books;
    }
}
