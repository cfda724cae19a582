package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;

/** Collectors of an experiment on a target. Runs on the task queue of the target. */
@ActivityInterface
public interface DeploymentActivities {

    /**
     * Starts the source and one collector per variant and lets Prometheus discover them. Idempotent by deterministic names:
     * what runs already with the same configuration is adopted.
     *
     * <p>Final: {@code foreign_object} when something else has our name, {@code deployment_failed} with the tail of the
     * collector's log.
     */
    DeployedCollectors deployVariants(DeployRequest request);

    /**
     * Waits until every collector is healthy, reports the rendered hash as its running configuration and is scraped by
     * Prometheus. Read only; heartbeats.
     *
     * <p>Final: {@code deployment_failed} when a collector has died.
     */
    void awaitReady(ReadinessRequest request);

    /**
     * Waits until every variant has accepted its first points and answers when that was seen, on Prometheus' clock. Read
     * only; heartbeats.
     *
     * <p>Final: {@code deployment_failed} when a collector has died.
     */
    Instant awaitInput(ReadinessRequest request);

    /** Stops and removes the experiment's collectors, discovery file, ports and directories but for logs; absent is done. */
    void removeVariants(ExperimentRef ref, String target);
}
