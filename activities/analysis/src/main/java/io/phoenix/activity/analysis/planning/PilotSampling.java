package io.phoenix.activity.analysis.planning;

import java.time.Duration;
import java.util.Objects;

/**
 * How a pilot was sampled.
 *
 * @param step between two pairs
 * @param interval between two samples, of which one in each step counts
 */
public record PilotSampling(Duration step, Duration interval) {
    public PilotSampling {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(interval, "interval");
    }

    boolean thinned() {
        return interval.compareTo(step) < 0;
    }
}
