package io.phoenix.domain.tenant;

import java.util.Objects;

/** Who asks: the tenant, the subject and its role, for example {@code owner}. */
public record Principal(TenantId tenant, String subject, String role) {
    public Principal {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(role, "role");
    }
}
