package io.phoenix.process;

import java.time.Duration;

/** How long to wait before a process is started again: 1 s, doubled up to 30 s, from the start again after 60 s of health. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The wait before the next start of a process that ended after having run this long. */
    public Duration afterRunOf(Duration ran) {
        if (ran.compareTo(HEALTHY) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }
}
