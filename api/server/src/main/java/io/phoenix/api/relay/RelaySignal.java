package io.phoenix.api.relay;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this server: something may have become due. Several nudges before it looks count as one. */
@Singleton
public final class RelaySignal {
    private final Semaphore nudges = new Semaphore(0);

    public void nudge() {
        nudges.release();
    }

    /** Rests until somebody nudges, at most as long as given. */
    void rest(Duration longest) throws InterruptedException {
        if (nudges.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            nudges.drainPermits();
        }
    }
}
