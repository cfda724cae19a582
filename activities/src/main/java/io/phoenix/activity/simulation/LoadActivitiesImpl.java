package io.phoenix.activity.simulation;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.workflow.experiment.LoadActivities;
import io.phoenix.workflow.experiment.LoadRequest;

/** Starts and stops the load. */
public final class LoadActivitiesImpl implements LoadActivities {
    private final LoadGenerator generator;

    public LoadActivitiesImpl(LoadGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void startLoad(LoadRequest request) {
        generator.start(request);
    }

    @Override
    public void stopLoad(ExperimentRef ref) {
        generator.stop(ref);
    }
}
