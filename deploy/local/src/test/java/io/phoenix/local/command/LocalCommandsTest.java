package io.phoenix.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.client.Installation;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class LocalCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status -o xml",
                "tools -o xml",
                "doctor -o xml",
                "migrate status -o xml",
                "logs worker -n -5",
                "logs of-nobody"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(phoenix(line)).as(messages.toString()).isEqualTo(2);
        assertThat(messages.toString()).startsWith("phoenix: ").doesNotContain("Exception", "Index");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void findsTheLogOfACollectorByItsNameInStatus(@TempDir Path home) throws IOException {
        Installation installation = Installation.of(Map.of("PHOENIX_HOME", home.toString()), home);
        Path log = home.resolve("state/targets/demo/collector/log");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "started");
        Files.createDirectories(installation.logDirectory());
        Files.writeString(installation.logFile("worker"), "started");

        assertThat(LogsCommand.names(installation)).containsExactly("collector/demo", "worker");
        assertThat(LogsCommand.file(installation, "collector/demo")).isEqualTo(log);
    }

    @Test
    void readsTheTimeScaleOfTheEnvironment() {
        assertThat(UpOptions.scaleOf(Map.of())).isNull();
        assertThat(UpOptions.scaleOf(Map.of("PHOENIX_TIME_SCALE", "0.25"))).isEqualTo(0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "2", "NaN"})
    void namesTheVariableThatIsNoTimeScale(String text) {
        assertThatThrownBy(() -> UpOptions.scaleOf(Map.of("PHOENIX_TIME_SCALE", text)))
                .isInstanceOf(FinalException.class)
                .hasMessage("PHOENIX_TIME_SCALE is '" + text + "', allowed is above 0 up to 1");
    }

    private int phoenix(String line) {
        CommandLine commands = LocalCommands.create();
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(messages, true));
        return commands.execute(line.split(" "));
    }
}
