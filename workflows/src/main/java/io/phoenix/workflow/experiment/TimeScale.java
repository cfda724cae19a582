package io.phoenix.workflow.experiment;

import java.time.Duration;

/** The one factor on every wait. Timeouts of activities shrink with it, but processes do not run faster. */
record TimeScale(double factor) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(10);
    /** Longer than one query to Prometheus may take, between whose ends nothing is said. */
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(6);

    /** A wait in whole milliseconds; never rounded down to nothing. */
    Duration wait(Duration real) {
        if (real.isZero()) {
            return real;
        }
        return Duration.ofMillis(Math.max(1, Math.round(real.toMillis() * factor)));
    }

    Duration timeout(Duration real) {
        return floored(real, SHORTEST_TIMEOUT);
    }

    Duration heartbeat(Duration real) {
        return floored(real, SHORTEST_HEARTBEAT);
    }

    private Duration floored(Duration real, Duration floor) {
        return longer(wait(real), shorter(real, floor));
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
