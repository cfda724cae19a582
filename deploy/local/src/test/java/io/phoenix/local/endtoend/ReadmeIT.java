package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a newcomer types: every line of README.md, in its order, from a machine without any data to {@code ./phoenix down}.
 * Maven alone is not started: it is what runs this.
 */
@EndToEnd
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadmeIT {
    private Readme readme;

    /** Here, since the first time it also builds the tools, which takes longer than a test may. */
    @BeforeAll
    void startWithTheDemo(Readme shared) {
        readme = shared;
        readme.run(Readme.DEMO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void works(String line) {
        Answer answer = readme.run(line.startsWith("./mvnw ") ? ": " + line : line);

        assertThat(answer.code()).as("%s: %s", line, answer).isZero();
        assertThat(answer.err()).as("the build has just been made: %s", answer).doesNotContain("compiling Phoenix");
    }

    static Stream<String> lines() throws IOException {
        return Readme.lines().stream();
    }
}
