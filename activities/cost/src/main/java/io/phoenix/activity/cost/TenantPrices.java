package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;

/** What comes with Phoenix, with the tenant's own entries in its place. */
public final class TenantPrices implements PriceSource {
    private final PriceBooks shipped;
    private final PriceBookStore overrides;

    public TenantPrices(PriceBooks shipped, PriceBookStore overrides) {
        this.shipped = shipped;
        this.overrides = overrides;
    }

    @Override
    public PriceBooks of(TenantId tenant) {
        return shipped.with(overrides.list(tenant).stream()
                .map(own -> PriceBookReader.read(own.document(), own.version()).orThrow(ErrorCode.INTERNAL))
                .toList());
    }
}
