package io.phoenix.activity.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalledValidatorTest {
    @TempDir
    Path directory;

    @Test
    void aValidatorThatStallsSaysNothingOfThePipelineAndIsEnded() throws IOException {
        Path pid = directory.resolve("pid");
        Path stalled = program("echo $$ > " + pid + "; exec sleep 60");

        assertThatThrownBy(() -> new ProgramPipelineValidator(stalled, Duration.ofSeconds(2)).refusal("a: b"))
                .isInstanceOfSatisfying(
                        TransientException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_READY));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void aValidatorThatWasKilledSaysNothingOfThePipeline() throws IOException {
        Path killed = program("kill -KILL $$");

        assertThatThrownBy(() -> new ProgramPipelineValidator(killed).refusal("a: b"))
                .isInstanceOf(TransientException.class)
                .hasMessageContaining("signal 9");
    }

    @Test
    void aValidatorThatRefusesIsQuoted() throws IOException {
        assertThat(new ProgramPipelineValidator(program("echo no such receiver; exit 1")).refusal("a: b"))
                .hasValueSatisfying(message -> assertThat(message).contains("no such receiver"));
    }

    private Path program(String script) throws IOException {
        Path program =
                Files.writeString(directory.resolve("validator"), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
