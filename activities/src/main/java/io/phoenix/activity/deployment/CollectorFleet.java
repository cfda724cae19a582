package io.phoenix.activity.deployment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.workflow.experiment.DeployRequest;
import io.phoenix.workflow.experiment.DeployedCollectors;
import io.phoenix.workflow.experiment.ReadinessRequest;
import java.util.Map;

/** Runs the collectors of experiments. Thread-safe. */
public interface CollectorFleet {
    /**
     * Starts what does not run and lets Prometheus discover it; what runs already with the same configuration is adopted.
     * A collector that has died is never started again.
     *
     * @throws io.phoenix.error.PhoenixException {@code foreign_object} when something else has our name, {@code
     *     deployment_failed} with the tail of the collector's log
     */
    DeployedCollectors deploy(DeployRequest request);

    /** Whether every collector runs, is healthy and reports the rendered hash as its running configuration. Read only. */
    Readiness readiness(ReadinessRequest request);

    /** Points that each variant has accepted since it runs; absent for a variant that does not answer. Read only. */
    Map<String, Double> acceptedPoints(ReadinessRequest request);

    /** Removes collectors, discovery, ports and directories but for logs; absent is done. */
    void remove(ExperimentRef ref);
}
