package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import java.time.Duration;

/** Waiting that ends as a passing failure when the JVM is told to stop: the next one goes on. */
public final class Pause {
    private Pause() {}

    /** Waits; {@code purpose} completes the sentence "interrupted while". */
    public static void of(Duration duration, String purpose) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(purpose, e);
        }
    }

    /** The failure to throw for an interrupted wait; the thread stays interrupted. */
    public static TransientException interrupted(String purpose, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransientException(ErrorCode.NOT_READY, "interrupted while " + purpose, cause);
    }
}
