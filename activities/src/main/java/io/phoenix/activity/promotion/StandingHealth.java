package io.phoenix.activity.promotion;

import io.phoenix.domain.pipeline.ConfigHash;
import org.jspecify.annotations.Nullable;

/**
 * How a target's standing collector is.
 *
 * @param alive its process runs
 * @param restarted it is another process than the one that took the active pipeline over
 * @param healthy its health check answers
 * @param running what it reports as its configuration, null when it does not answer
 * @param acceptedPoints since it runs this configuration
 * @param exportedSeries that it shows now; what no input renews expires after a few intervals
 * @param failedPoints refused or failed since the active pipeline was taken over
 */
public record StandingHealth(
        boolean alive,
        boolean restarted,
        boolean healthy,
        @Nullable ConfigHash running,
        double acceptedPoints,
        int exportedSeries,
        double failedPoints) {}
