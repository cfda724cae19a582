package io.phoenix.activity.simulation;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.workflow.experiment.LoadRequest;
import java.util.Optional;

/** Sends simulated processes to the source of an experiment. Thread-safe. */
public interface LoadGenerator {
    /**
     * Starts the load and waits until every host's first message has arrived; one that runs with the same parameters is
     * adopted.
     *
     * @throws io.phoenix.error.PhoenixException {@code foreign_object} when one with other parameters runs, {@code
     *     load_failed} with the tail of its log
     */
    void start(LoadRequest request);

    /** Stops the load and keeps its statistics and log; absent is done. */
    void stop(ExperimentRef ref);

    /** What was sent, as the generator's own JSON; empty when it has written none. */
    Optional<String> statistics(ExperimentRef ref);
}
