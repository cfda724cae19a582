package io.phoenix.activity.analysis.planning;

import java.time.Duration;

/**
 * How long a run must be.
 *
 * @param pairs complete pairs of samples
 * @param limitedBy what makes it as long
 */
public record RunPlan(long pairs, Duration duration, LimitedBy limitedBy) {
    /** What a run's length follows from. */
    public enum LimitedBy {
        /** The rules need 48 pairs for an error bar, 60 where every step of the pilot was far from the limit. */
        BLOCKS,
        /** The error bar must be small against the distance to the limit. */
        PRECISION,
        /** The run must last for 24 times the memory of the ratio. */
        MEMORY
    }

    /** Whether a run of at most this long can do it. */
    public boolean fits(Duration maximum) {
        return duration.compareTo(maximum) <= 0;
    }
}
