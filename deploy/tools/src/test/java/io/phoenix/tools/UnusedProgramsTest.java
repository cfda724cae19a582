package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedProgramsTest {
    @TempDir
    Path root;

    @Test
    void removesWhatIsNeitherNeededNorRun() throws IOException {
        Path needed = Files.createDirectory(root.resolve("collector-2"));
        Path old = Files.createDirectory(root.resolve("collector-1"));
        Path lock = Files.createFile(root.resolve("collector.lock"));
        Files.writeString(Files.createDirectories(old.resolve("bin")).resolve("collector"), "old");

        assertThat(UnusedPrograms.remove(root, needed::equals)).containsExactly(old);

        assertThat(old).doesNotExist();
        assertThat(needed).isDirectory();
        assertThat(lock).exists();
    }

    @Test
    void leavesAProgramThatRuns() throws IOException {
        Path old = Files.createDirectory(root.resolve("sleep-1"));
        Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), old.resolve("sleep"));
        Process process = new ProcessBuilder(program.toString(), "60").start();
        try {
            assertThat(UnusedPrograms.remove(root, directory -> false)).isEmpty();
        } finally {
            process.destroyForcibly();
        }

        assertThat(program).exists();
    }

    @Test
    void findsNothingWhereThereIsNoCache() {
        assertThat(UnusedPrograms.remove(root.resolve("absent"), directory -> false))
                .isEmpty();
    }
}
