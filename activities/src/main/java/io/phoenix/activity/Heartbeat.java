package io.phoenix.activity;

import io.phoenix.process.Pause;
import io.temporal.activity.Activity;
import java.time.Duration;

/** Tells the engine that a long activity is alive. */
@FunctionalInterface
public interface Heartbeat {
    /** How often an activity says so while it waits; the engine gives up on it after three times that at the least. */
    Duration EVERY = Duration.ofSeconds(1);

    /** @param progress for people; throws when the activity has been cancelled or has timed out */
    void beat(String progress);

    /** To the engine, from the thread that runs the activity. */
    static Heartbeat ofEngine() {
        return progress -> Activity.getExecutionContext().heartbeat(progress);
    }

    /** Waits, with a heartbeat every second; {@code purpose} completes the sentence "interrupted while". */
    default void whileWaiting(Duration duration, String purpose) {
        Duration left = duration;
        while (left.isPositive()) {
            beat(purpose);
            Duration slice = left.compareTo(EVERY) < 0 ? left : EVERY;
            Pause.of(slice, purpose);
            left = left.minus(slice);
        }
    }
}
