package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSpecTest {

    @Test
    void digestIsEqualForTheSameCommandAndEnvironment() {
        assertThat(spec("60", "1").digest()).isEqualTo(spec("60", "1").digest());
    }

    @Test
    void digestDiffersWithAnArgumentOrAVariable() {
        assertThat(spec("60", "1").digest())
                .isNotEqualTo(spec("61", "1").digest())
                .isNotEqualTo(spec("60", "2").digest());
    }

    @Test
    void digestKeepsArgumentsApart() {
        ProcessSpec joined = new ProcessSpec(
                "a", "i", List.of("x", "y z"), ProcessEnvironment.only(Map.of()), Path.of("/tmp"), Path.of("/tmp/log"));
        ProcessSpec apart = new ProcessSpec(
                "a", "i", List.of("x y", "z"), ProcessEnvironment.only(Map.of()), Path.of("/tmp"), Path.of("/tmp/log"));

        assertThat(joined.digest()).isNotEqualTo(apart.digest());
    }

    @Test
    void refusesAnEmptyCommand() {
        assertThatThrownBy(() -> new ProcessSpec(
                        "a", "i", List.of(), ProcessEnvironment.only(Map.of()), Path.of("/tmp"), Path.of("/tmp/log")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("command of process a");
    }

    private static ProcessSpec spec(String seconds, String port) {
        return new ProcessSpec(
                "sleeper",
                "i1",
                List.of("sleep", seconds),
                ProcessEnvironment.only(Map.of("PORT", port)),
                Path.of("/tmp"),
                Path.of("/tmp/log"));
    }
}
