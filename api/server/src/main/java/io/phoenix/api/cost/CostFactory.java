package io.phoenix.api.cost;

import io.micronaut.context.annotation.Factory;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.activity.cost.PriceSource;
import io.phoenix.activity.cost.TenantPrices;
import io.phoenix.domain.cost.PriceBookStore;
import jakarta.inject.Singleton;

/** The price book of every tenant. */
@Factory
public final class CostFactory {
    @Singleton
    PriceSource prices(PriceBookStore overrides) {
        return new TenantPrices(PriceBooks.shipped(), overrides);
    }
}
