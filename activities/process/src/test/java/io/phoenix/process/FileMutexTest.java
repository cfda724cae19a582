package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMutexTest {
    @TempDir
    Path directory;

    private int counter;

    @Test
    void letsOneThreadInAtATime() throws Exception {
        Callable<Void> counting = () -> {
            for (int i = 0; i < 200; i++) {
                try (FileMutex.Held held = mutex().acquire()) {
                    assertThat(held.isHeld()).isTrue();
                    counter++;
                }
            }
            return null;
        };

        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            for (var result : executor.invokeAll(List.of(counting, counting, counting, counting))) {
                result.get();
            }
        }

        assertThat(counter).isEqualTo(800);
    }

    @Test
    void tryingFailsWhileSomebodyHoldsItAndWorksAfterwards() {
        try (FileMutex.Held held = mutex().acquire()) {
            assertThat(mutex().tryAcquire()).isEmpty();
            assertThat(held.isHeld()).isTrue();
        }

        assertThat(mutex().tryAcquire()).hasValueSatisfying(FileMutex.Held::close);
    }

    private FileMutex mutex() {
        return new FileMutex(directory.resolve("x.lock"));
    }
}
