package io.phoenix.activity.target;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.workflow.experiment.Reservation;
import io.phoenix.workflow.experiment.TargetActivities;

/** Takes and gives back leases. */
public final class TargetActivitiesImpl implements TargetActivities {
    private final TargetStore targets;

    public TargetActivitiesImpl(TargetStore targets) {
        this.targets = targets;
    }

    @Override
    public Reservation reserveTarget(ExperimentRef ref, String target) {
        Target reserved = targets.reserve(ref, target);
        return new Reservation(
                reserved.name(),
                reserved.kind(),
                reserved.taskQueue(),
                reserved.generation(),
                reserved.active(),
                reserved.activeHash());
    }

    @Override
    public void releaseTarget(ExperimentRef ref, String target) {
        targets.release(ref, target);
    }
}
