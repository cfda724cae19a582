package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CommandTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin", "WORD", "hello");

    @Test
    void givesWhatTheProgramSaysInItsEnvironment() {
        assertThat(run("echo $WORD; echo err >&2", Duration.ofSeconds(10))).contains("hello\nerr\n");
    }

    @Test
    void givesNothingOfAProgramThatFailsOrIsNotThere() {
        assertThat(run("echo 3.0.0; exit 3", Duration.ofSeconds(10))).isEmpty();
        assertThat(Command.output(List.of("/no/such/program"), ENVIRONMENT, Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void givesAProgramUpThatDoesNotEnd() {
        assertThat(run("sleep 1000; echo 3.0.0", Duration.ofMillis(200))).isEmpty();
        assertThat(run("while :; do echo 3.0.0; done", Duration.ofMillis(200))).isEmpty();
    }

    @Test
    void doesNotWaitForAGrandchildThatKeepsThePipe() {
        assertThat(run("sleep 1000 & echo 3.0.0", Duration.ofSeconds(10))).contains("3.0.0\n");
    }

    private static Optional<String> run(String script, Duration patience) {
        List<String> command = List.of("/bin/sh", "-c", script);
        return Command.output(command, ENVIRONMENT, patience);
    }
}
