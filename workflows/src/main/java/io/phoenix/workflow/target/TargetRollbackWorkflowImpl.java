package io.phoenix.workflow.target;

import io.phoenix.domain.target.Target;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/**
 * One activity on the target's own task queue, tried for as long as it takes: once the change is decided nobody else would
 * let the target follow it.
 */
public final class TargetRollbackWorkflowImpl implements TargetRollbackWorkflow {
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final RetryOptions RETRY = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofSeconds(1))
            .setBackoffCoefficient(2)
            .setMaximumInterval(Duration.ofSeconds(30))
            .build();

    @Override
    public Target run(RollbackPlan plan) {
        try {
            return activities(plan).rollBackTarget(plan);
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof ApplicationFailure cause) {
                throw ApplicationFailure.newNonRetryableFailure(cause.getOriginalMessage(), cause.getType());
            }
            throw failure;
        }
    }

    private static TargetControlActivities activities(RollbackPlan plan) {
        return Workflow.newActivityStub(
                TargetControlActivities.class,
                ActivityOptions.newBuilder()
                        .setTaskQueue(plan.taskQueue())
                        .setStartToCloseTimeout(ATTEMPT)
                        .setRetryOptions(RETRY)
                        .setSummary(
                                "take " + plan.target() + " back to the pipeline of generation " + plan.toGeneration())
                        .build());
    }
}
