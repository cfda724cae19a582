package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.temporal.activity.ActivityInterface;

/** The lease on a target. */
@ActivityInterface
public interface TargetActivities {

    /**
     * Takes the lease of the target. Idempotent by the experiment: a second call answers the same lease.
     *
     * <p>Final: {@code target_busy} with the holder's name, {@code not_found}.
     */
    Reservation reserveTarget(ExperimentRef ref, String target);

    /** Gives the lease back; absent is done. */
    void releaseTarget(ExperimentRef ref, String target);
}
