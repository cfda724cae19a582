package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path directory;

    @Test
    void tailIsTheLastLinesInOrder() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "one\ntwo\nthree\n");

        assertThat(LogFile.tail(log, 2)).containsExactly("two", "three");
    }

    @Test
    void tailOfAnAbsentFileIsEmpty() {
        assertThat(LogFile.tail(directory.resolve("absent"), 2)).isEmpty();
    }

    @Test
    void movesAFileThatHasGrownPastItsBound() throws IOException {
        Path log = directory.resolve("log");
        Files.write(log, new byte[(int) LogFile.MAXIMUM_BYTES + 1]);

        LogFile.prepare(log);

        assertThat(log).doesNotExist();
        assertThat(directory.resolve("log.1")).hasSize(LogFile.MAXIMUM_BYTES + 1);
    }
}
