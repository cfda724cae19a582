package io.phoenix.workflow.target;

import io.phoenix.domain.target.Target;
import io.temporal.activity.ActivityInterface;

/** Changes of a target by a person. Runs on the task queue of the target. */
@ActivityInterface
public interface TargetControlActivities {
    /**
     * Makes the pipeline of an earlier generation active again by compare-and-set on {@code plan.fence()}, under the next
     * generation, and lets the standing collector take it over, seen by its running hash. Idempotent by (target, fence,
     * actor): a repeated call applies again what it decided.
     *
     * <p>Final: {@code not_found} for a target or generation that does not exist, {@code target_busy} while an experiment
     * holds the lease, {@code superseded} when the target has changed since, {@code deployment_failed}.
     */
    Target rollBackTarget(RollbackPlan plan);
}
