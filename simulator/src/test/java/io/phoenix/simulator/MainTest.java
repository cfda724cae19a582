package io.phoenix.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter errors = new StringWriter();

    @Test
    void aBadParameterIsNamedAndEndsWithTwo() {
        assertThat(run("--endpoint", "localhost:1", "--hosts", "0")).isEqualTo(2);
        assertThat(errors.toString()).contains("hosts must be between 1 and 1000, was 0");
    }

    @Test
    void aBadDurationIsNamedAndEndsWithTwo() {
        assertThat(run("--endpoint", "localhost:1", "--interval", "soon")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("Invalid value for option '--interval'", "a whole number and ms, s, m or h, was 'soon'");
    }

    @Test
    void theEndpointIsRequired() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString()).contains("Missing required option: '--endpoint=HOST:PORT'");
    }

    @Test
    void anUnwritableStatisticsFileEndsWithOne() {
        assertThat(run("--endpoint", "localhost:1", "--stats-file", "/nonexistent/stats.json"))
                .isEqualTo(1);
        assertThat(errors.toString()).contains("phoenix-simulator: cannot write /nonexistent/stats.json");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(errors, true));
        return commandLine.execute(arguments);
    }
}
