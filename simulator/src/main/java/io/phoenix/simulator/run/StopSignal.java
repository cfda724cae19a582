package io.phoenix.simulator.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells all loops of a run to end after what they are doing. Thread-safe. */
final class StopSignal {
    private final CountDownLatch latch = new CountDownLatch(1);
    private final AtomicLong raisedNanos = new AtomicLong();

    void raise() {
        raisedNanos.compareAndSet(0, System.nanoTime());
        latch.countDown();
    }

    boolean raisedFor(Duration time) {
        return latch.getCount() == 0 && System.nanoTime() - raisedNanos.get() >= time.toNanos();
    }

    /** Waits until the monotonic time given; true when the run is to stop. */
    boolean raisedBefore(long nanoTime) {
        try {
            return latch.await(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
