package io.phoenix.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalFenceTest {
    @TempDir
    Path directory;

    @Test
    void aLateAttemptStartsNothingAfterTheRemoval() {
        AtomicInteger starts = new AtomicInteger();
        fence("load").start(starts::incrementAndGet);
        fence("load").remove(() -> {});

        assertThatThrownBy(() -> fence("load").start(starts::incrementAndGet))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(starts).hasValue(1);
    }

    @Test
    void anotherPartIsStillStarted() {
        fence("load").remove(() -> {});

        assertThat(fence("collectors").start(() -> "started")).isEqualTo("started");
    }

    @Test
    void aRemovalThatFailedHalfWayKeepsThePartFromStarting() {
        assertThatThrownBy(() -> fence("load").remove(() -> {
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");

        assertThatThrownBy(() -> fence("load").start(() -> "started")).isInstanceOf(FinalException.class);
    }

    @Test
    void theRemovalTakesAwayWhatAnAttemptWasStillStarting() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Integer> start = threads.submit(() -> fence("load").start(() -> {
                starting.countDown();
                await(goOn);
                return running.incrementAndGet();
            }));
            starting.await();
            Future<?> removal = threads.submit(() -> fence("load").remove(() -> running.set(0)));
            goOn.countDown();
            start.get();
            removal.get();
        }

        assertThat(running).hasValue(0);
    }

    private RemovalFence fence(String part) {
        return new RemovalFence(directory, part);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
