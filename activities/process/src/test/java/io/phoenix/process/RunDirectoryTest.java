package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path state;

    @Test
    void hasOneOwner() {
        RunDirectory directory = new RunDirectory(state);

        try (FileMutex.Held first = directory.own().orElseThrow()) {
            assertThat(new RunDirectory(state).own()).isEmpty();
            assertThat(first.isHeld()).isTrue();
        }
        assertThat(directory.own()).hasValueSatisfying(FileMutex.Held::close);
    }

    @Test
    void keepsWhatWasWritten() {
        ProcessRecord process =
                new ProcessRecord("baseline", "i1", 42, 7, "digest", "token", "2026-11-01T00:00:00Z", "/tmp/log");

        new RunDirectory(state).write(process);

        assertThat(new RunDirectory(state).process()).contains(process);
    }
}
