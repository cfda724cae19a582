package io.phoenix.tools;

import java.time.Duration;

/** Time since it was made or started again. */
final class Stopwatch {
    private long started = System.nanoTime();

    void restart() {
        started = System.nanoTime();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    boolean isOver(Duration limit) {
        return elapsed().compareTo(limit) > 0;
    }
}
