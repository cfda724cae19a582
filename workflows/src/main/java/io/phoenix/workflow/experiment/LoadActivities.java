package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.temporal.activity.ActivityInterface;

/** The simulated load of an experiment. Runs on the task queue of the target. */
@ActivityInterface
public interface LoadActivities {

    /**
     * Starts the simulator. Idempotent by the experiment; a running one with the same parameters is adopted.
     *
     * <p>Final: {@code load_failed} with the tail of its log.
     */
    void startLoad(LoadRequest request);

    /** Stops the simulator and keeps its statistics; absent is done. */
    void stopLoad(ExperimentRef ref);
}
