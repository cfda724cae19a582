package io.phoenix.activity.deployment;

import io.phoenix.activity.Heartbeat;
import io.phoenix.error.PhoenixException;
import io.phoenix.process.Pause;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How an activity waits for something outside.
 *
 * @param limit after which it gives up
 * @param poll time between two looks
 */
public record Patience(Duration limit, Duration poll, Heartbeat heartbeat) {
    /** Two minutes, ten looks per second. */
    public static Patience usual(Heartbeat heartbeat) {
        return new Patience(Duration.ofMinutes(2), Duration.ofMillis(100), heartbeat);
    }

    /**
     * Looks until nothing is missing, with a heartbeat every second.
     *
     * @param look answers what is missing, empty when nothing is
     * @param givenUp the failure, from what was missing last
     */
    void await(Supplier<String> look, Function<String, PhoenixException> givenUp) {
        long deadline = System.nanoTime() + limit.toNanos();
        long nextBeat = System.nanoTime();
        for (String missing = look.get(); !missing.isEmpty(); missing = look.get()) {
            long now = System.nanoTime();
            if (now >= deadline) {
                throw givenUp.apply(missing);
            }
            if (now >= nextBeat) {
                heartbeat.beat(missing);
                nextBeat = now + Heartbeat.EVERY.toNanos();
            }
            Pause.of(poll, "waiting for collectors");
        }
    }
}
