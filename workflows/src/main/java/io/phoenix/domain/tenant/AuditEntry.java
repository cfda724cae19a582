package io.phoenix.domain.tenant;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One act.
 *
 * @param id makes appending idempotent
 * @param actor subject, or {@code engine:unverified}, or {@code workflow}
 * @param action noun and verb, for example {@code experiment.abort}
 * @param resource what it was done to, for example {@code experiment/<uuid>}
 */
public record AuditEntry(
        TenantId tenant,
        String id,
        Instant at,
        String actor,
        String action,
        String resource,
        Map<String, String> details) {
    public AuditEntry {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(resource, "resource");
        details = Map.copyOf(details);
    }
}
