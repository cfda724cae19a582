package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of an experiment take, before any scaling of time.
 *
 * @param duration length of the measurement
 * @param memory slowest time in which the ratio forgets a disturbance; null: not declared
 * @param step the common grid of both variants, at least twice the input interval
 * @param maximumDuration up to here an inconclusive run may be extended; equal to {@code duration}: never
 */
public record Timing(
        Duration warmUp, Duration duration, @Nullable Duration memory, Duration step, Duration maximumDuration) {
    public Timing {
        Objects.requireNonNull(warmUp, "warmUp");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(maximumDuration, "maximumDuration");
    }
}
