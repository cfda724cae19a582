package io.phoenix.domain.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A fixed stretch of an experiment on the common grid.
 *
 * @param index from 0; a run that was paused goes on with the next index
 * @param segment windows of one segment are contiguous; a pause starts the next
 * @param start exclusive; a whole multiple of {@code step} since the epoch
 * @param end inclusive; {@code end - start} is a whole multiple of {@code step}. Grid points are start + step, ..., end
 */
public record Window(int index, int segment, Instant start, Instant end, Duration step) {
    public Window {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(step, "step");
        if (step.isNegative() || step.isZero() || !end.isAfter(start)) {
            throw new IllegalArgumentException("window " + start + " to " + end + " by " + step + " is empty");
        }
    }

    /** How many grid points the window has. */
    public int points() {
        return Math.toIntExact(Duration.between(start, end).dividedBy(step));
    }
}
