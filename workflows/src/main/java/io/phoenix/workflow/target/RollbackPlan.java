package io.phoenix.workflow.target;

import io.phoenix.domain.tenant.TenantId;
import java.util.Objects;

/**
 * A way back to an earlier pipeline of a target.
 *
 * @param taskQueue of the target, where activities that touch its collectors run
 * @param fence generation that the author has seen
 * @param toGeneration earlier generation whose pipeline becomes active again, under a new generation
 * @param actor subject that asked
 */
public record RollbackPlan(
        TenantId tenant, String target, String taskQueue, long fence, long toGeneration, String actor) {
    public RollbackPlan {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(taskQueue, "taskQueue");
        Objects.requireNonNull(actor, "actor");
        if (toGeneration < 1 || toGeneration >= fence) {
            throw new IllegalArgumentException("toGeneration is " + toGeneration + ", allowed are 1 to " + (fence - 1));
        }
    }

    /** The id of the one workflow that answers this request, however often it is asked. */
    public static String workflowId(TenantId tenant, String target, String request) {
        return "target-rollback/" + tenant + "/" + target + "/" + request;
    }
}
