package io.phoenix.activity.cost;

import io.phoenix.domain.tenant.TenantId;

/** The price book as one tenant sees it. Thread-safe. */
@FunctionalInterface
public interface PriceSource {
    PriceBooks of(TenantId tenant);
}
