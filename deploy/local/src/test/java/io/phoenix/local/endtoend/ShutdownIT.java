package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of the platform, after everything else was tried on it. */
@EndToEnd
@Order(9)
final class ShutdownIT {
    private Platform platform;

    @BeforeEach
    void share(Platform shared) {
        platform = shared;
    }

    @Test
    void stopsAllItsProcessesAndNothingElse() throws IOException {
        String id = platform.installation().id().orElseThrow();
        Process bystander = new ProcessBuilder("sleep", "600").start();

        platform.done("down");

        assertThat(bystander.isAlive()).isTrue();
        bystander.destroyForcibly();
        assertThat(platform.machine().processes().alive()).isEmpty();
        assertThat(processesMarked(id)).isEmpty();
        assertThat(platform.status().state()).isEqualTo("stopped");
        assertThat(platform.phoenix("experiment", "list").code()).isNotZero();
        assertThat(platform.phoenix("open", "--docs").err()).contains("./phoenix up");
    }

    /** Whoever carries the mark of the installation, in any state but dead, found without Phoenix. */
    private static List<String> processesMarked(String installation) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> environment(process).contains("PHOENIX_INSTALLATION=" + installation))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static String environment(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
