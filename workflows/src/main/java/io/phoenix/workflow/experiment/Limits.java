package io.phoenix.workflow.experiment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a class of activity calls may take, in real time.
 *
 * @param heartbeat null: the call is too short to report progress
 * @param total over all attempts; null: until it succeeds
 */
record Limits(
        Duration startToClose,
        @Nullable Duration heartbeat,
        @Nullable Duration total) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    static final Limits RESERVE = of(Duration.ofSeconds(10), Duration.ofMinutes(2));
    static final Limits RENDER = of(Duration.ofSeconds(30), Duration.ofMinutes(2));
    static final Limits DEPLOY = of(Duration.ofSeconds(30), Duration.ofMinutes(10));
    static final Limits READY = beating(Duration.ofMinutes(10), Duration.ofMinutes(15));
    static final Limits LOAD = of(Duration.ofSeconds(20), Duration.ofMinutes(5));
    static final Limits MEASURE = beating(Duration.ofSeconds(30), Duration.ofMinutes(5));
    static final Limits BACKFILL = beating(Duration.ofSeconds(30), Duration.ofSeconds(30));
    static final Limits ANALYZE = beating(Duration.ofSeconds(60), Duration.ofMinutes(10));
    static final Limits PROMOTE = of(Duration.ofSeconds(30), Duration.ofMinutes(30));
    static final Limits VERIFY = beating(Duration.ofSeconds(60), Duration.ofMinutes(5));
    static final Limits CLEAN_UP = of(Duration.ofSeconds(30), Duration.ofMinutes(2));
    static final Limits BLOCKED_CLEAN_UP = of(Duration.ofSeconds(30), Duration.ofHours(1));
    static final Limits RECORD = new Limits(Duration.ofSeconds(5), null, null);

    private static Limits of(Duration startToClose, Duration total) {
        return new Limits(startToClose, null, total);
    }

    private static Limits beating(Duration startToClose, Duration total) {
        return new Limits(startToClose, HEARTBEAT, total);
    }
}
