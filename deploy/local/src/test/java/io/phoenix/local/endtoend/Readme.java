package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of README.md in blocks marked {@code sh}, each run once on the machine that all tests share. */
final class Readme {
    static final String DEMO = "./phoenix demo";
    static final String DOWN = "./phoenix down";

    /** Half the time of real life: its 3,500 series every half second leave room on two cores for what else runs. */
    private static final Map<String, String> TIME_SCALE = Map.of("PHOENIX_TIME_SCALE", "0.5");

    private final Machine machine;
    private final Map<String, Answer> answers = new HashMap<>();

    Readme(Machine machine) {
        this.machine = machine;
    }

    /** What the line has said; it is run when it has not been. */
    Answer run(String line) {
        return answers.computeIfAbsent(line, unseen -> machine.shell(unseen, TIME_SCALE));
    }

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Machine.builtSource().resolve("README.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```sh");
            } else if (inside && !line.isBlank()) {
                lines.add(line.strip());
            }
        }
        assertThat(lines).startsWith(DEMO).contains("./mvnw verify", "./phoenix up", "./phoenix status", DOWN);
        return lines;
    }
}
