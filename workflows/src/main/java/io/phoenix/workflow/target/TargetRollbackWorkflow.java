package io.phoenix.workflow.target;

import io.phoenix.domain.target.Target;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Takes a target back to an earlier pipeline; the API server awaits it.
 *
 * <p>Fails with an application failure whose type is the stable code of {@link TargetControlActivities#rollBackTarget}.
 */
@WorkflowInterface
public interface TargetRollbackWorkflow {
    @WorkflowMethod
    Target run(RollbackPlan plan);
}
