package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogRotationTest {
    @TempDir
    private Path directory;

    @Test
    void emptiesALongLogUnderTheProgramThatWritesIt() throws IOException {
        Path log = Files.createDirectories(directory.resolve("experiments")).resolve("source.log");
        try (OutputStream program = new FileOutputStream(log.toFile(), true)) {
            program.write("a long line\n".getBytes(StandardCharsets.UTF_8));

            new LogRotation(directory, 5).rotate();
            program.write("on\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(log).hasContent("on");
        assertThat(log.resolveSibling("source.log.1")).hasContent("a long line");
    }

    @Test
    void leavesShortLogsAndOtherFilesAlone() throws IOException {
        Path log = Files.writeString(directory.resolve("api.log"), "short");
        Path other = Files.writeString(directory.resolve("notes"), "a long line");

        new LogRotation(directory, 5).rotate();

        assertThat(log).hasContent("short");
        assertThat(other).hasContent("a long line");
        assertThat(directory.resolve("api.log.1")).doesNotExist();
    }
}
