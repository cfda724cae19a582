package io.phoenix.domain.tenant;

import java.util.Objects;
import java.util.UUID;

/** The customer whose data this is; every row, object and query carries it. */
public record TenantId(UUID value) {
    public TenantId {
        Objects.requireNonNull(value, "value");
    }

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    /** The tenant that one machine starts with. */
    public static final TenantId DEFAULT = of("00000000-0000-7000-8000-000000000001");

    @Override
    public String toString() {
        return value.toString();
    }
}
