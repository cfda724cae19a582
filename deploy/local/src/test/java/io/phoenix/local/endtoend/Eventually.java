package io.phoenix.local.endtoend;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again and again until something is so, and says what it saw last when it never was. */
final class Eventually {
    private static final Duration REST = Duration.ofMillis(300);

    private Eventually() {}

    static <T> T within(Duration patience, String what, Supplier<T> look, Predicate<T> wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = look.get();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not within %d s: %s; last seen: %s".formatted(patience.toSeconds(), what, seen));
            }
            rest(REST);
        }
    }

    static void rest(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
