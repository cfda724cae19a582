package io.phoenix.activity.analysis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the run is long enough against the memory of the ratio, which the run itself cannot show.
 *
 * @param duration of the measurement, without pauses
 * @param memory declared by the plan; null: not declared
 */
record MemoryGate(Duration duration, @Nullable Duration memory) {
    private static final int MEMORIES = 24;

    boolean tooShort() {
        return !missing().isZero();
    }

    /** What lacks to 24 memories; zero when nothing does. */
    Duration missing() {
        Duration needed = memory == null ? Duration.ZERO : memory.multipliedBy(MEMORIES);
        return needed.compareTo(duration) > 0 ? needed.minus(duration) : Duration.ZERO;
    }

    boolean unknown() {
        return memory == null;
    }

    /** The largest memory that this run supports, in seconds. */
    double longestSeconds() {
        return duration.toNanos() / 1e9 / MEMORIES;
    }
}
