package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of README.md in a block marked {@code sh}, in its order: run on the shared platform, except those that start or
 * end what other tests start and end. Of these the shell reads the line, and Phoenix its name.
 */
@EndToEnd
@Order(7)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadmeIT {
    private static final List<String> COVERED_ELSEWHERE = List.of(
            "./mvnw ",
            "./phoenix demo",
            "./phoenix up",
            "./phoenix down",
            "./phoenix experiment run -f deploy/examples/demo.yaml");

    private Platform platform;

    @BeforeAll
    void share(Platform shared) {
        platform = shared;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void works(String line) {
        boolean elsewhere = COVERED_ELSEWHERE.stream().anyMatch((line + " ")::startsWith);

        Answer answer = elsewhere ? parsed(line) : shell(line);

        assertThat(answer.code()).as("%s: %s", line, answer).isZero();
    }

    static Stream<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Machine.builtSource().resolve("README.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside && !line.isBlank()) {
                lines.add(line.strip());
            }
        }
        assertThat(lines).contains("./phoenix demo", "./mvnw verify", "./phoenix up", "./phoenix down");
        return lines.stream();
    }

    /** The command with {@code --help}: it exists and has these options. */
    private Answer parsed(String line) {
        return line.startsWith("./phoenix ") ? shell(line + " --help") : shell(": " + line);
    }

    /** With the program that the build has just made in place of the script, which would build it again. */
    private Answer shell(String line) {
        String function =
                "phoenix() { " + String.join(" ", quoted(platform.machine().program())) + " \"$@\"; }\n";
        return platform.machine().run(List.of("/bin/sh", "-euc", function + line.replace("./phoenix ", "phoenix ")));
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").toList();
    }
}
