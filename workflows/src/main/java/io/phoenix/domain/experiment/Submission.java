package io.phoenix.domain.experiment;

import io.phoenix.domain.tenant.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * A request for a new run.
 *
 * @param idempotencyKey chosen by the caller, unique per tenant and subject for 24 hours
 * @param bodyDigest SHA-256 of the request body, hexadecimal
 */
public record Submission(
        TenantId tenant,
        ExperimentSpec spec,
        String subject,
        String idempotencyKey,
        String bodyDigest,
        double timeScale,
        Instant at) {
    public Submission {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(bodyDigest, "bodyDigest");
    }
}
