package io.phoenix.domain.target;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.tenant.TenantId;
import java.util.Objects;

/**
 * A place where a pipeline runs for good.
 *
 * @param name DNS-1123 label, unique per tenant
 * @param taskQueue where activities that touch its collectors run
 * @param generation rises by one with every change of the active pipeline
 */
public record Target(
        TenantId tenant,
        String name,
        TargetKind kind,
        String taskQueue,
        PipelineRef active,
        ConfigHash activeHash,
        long generation) {
    public Target {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(taskQueue, "taskQueue");
        Objects.requireNonNull(active, "active");
        Objects.requireNonNull(activeHash, "activeHash");
    }
}
