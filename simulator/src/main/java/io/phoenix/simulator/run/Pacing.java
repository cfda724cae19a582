package io.phoenix.simulator.run;

import java.time.Duration;

/**
 * When a host's messages are due, on the monotonic clock: a fixed schedule, so a late message delays none of those after
 * it.
 */
record Pacing(long firstDueNanos, long intervalNanos) {

    /** Hosts are spread evenly over the interval. */
    static Pacing ofHost(int index, int hosts, long startNanos, Duration interval) {
        long phase = interval.toNanos() / hosts * index;
        return new Pacing(startNanos + phase, interval.toNanos());
    }

    long due(long tick) {
        return firstDueNanos + tick * intervalNanos;
    }

    /** What is left of the tick's interval; zero or negative when the next message is due already. */
    Duration left(long tick, long nowNanos) {
        return Duration.ofNanos(due(tick + 1) - nowNanos);
    }
}
