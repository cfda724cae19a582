package io.phoenix.domain.target;

import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.util.Objects;

/**
 * A compare-and-set on a target.
 *
 * @param fence generation that the author has seen; the change makes it one more
 * @param changedBy experiment id or subject
 * @param reason {@code promoted}, {@code reverted} or {@code rolled_back}
 */
public record TargetChange(
        TenantId tenant, String target, long fence, RenderedPipeline pipeline, String changedBy, String reason) {
    public TargetChange {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(pipeline, "pipeline");
        Objects.requireNonNull(changedBy, "changedBy");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether an experiment makes it, which has to hold the target; a person changes what no experiment holds. */
    public boolean byExperiment() {
        return !reason.equals("rolled_back");
    }
}
