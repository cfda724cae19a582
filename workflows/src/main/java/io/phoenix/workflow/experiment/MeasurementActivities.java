package io.phoenix.workflow.experiment;

import io.temporal.activity.ActivityInterface;

/** What Prometheus saw. */
@ActivityInterface
public interface MeasurementActivities {

    /**
     * Queries every metric of every variant over the window on one grid and stores the values. Idempotent by (experiment,
     * variant, metric, window): only a better quality overwrites. Heartbeats.
     *
     * <p>Transport errors, 5xx and timeouts are retried; a 4xx is final as {@code upstream_rejected}. An empty answer is
     * missing data, never zero.
     */
    WindowSummary measureWindow(MeasureRequest request);
}
