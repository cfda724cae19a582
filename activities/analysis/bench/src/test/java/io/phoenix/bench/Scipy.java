package io.phoenix.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** SciPy in a Python process of its own, which times the calls alone. */
final class Scipy {
    private static final List<String> PACKAGES = List.of("scipy==1.16.2", "numpy==2.3.3");

    private final Path python;
    private final Path directory;

    private Scipy(Path python, Path directory) {
        this.python = python;
        this.directory = directory;
    }

    /** Empty, with a line about why, when there is no Python or no package index. */
    static Optional<Scipy> in(Path directory) throws IOException, InterruptedException {
        Path home = directory.resolve("scipy");
        Path python = home.resolve("bin/python");
        Path script = home.resolve("scipy_arms.py");
        boolean ready = Files.exists(script)
                || (run(List.of("python3", "-m", "venv", home.toString()))
                        && run(List.of(
                                python.toString(),
                                "-m",
                                "pip",
                                "install",
                                "-q",
                                "--disable-pip-version-check",
                                PACKAGES.get(0),
                                PACKAGES.get(1))));
        if (!ready) {
            System.err.println("SciPy cannot be installed: its arms are left out");
            return Optional.empty();
        }
        try (InputStream in = Objects.requireNonNull(Scipy.class.getResourceAsStream("scipy_arms.py"))) {
            Files.write(script, in.readAllBytes());
        }
        return Optional.of(new Scipy(python, home));
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /** What the arm found, and {@code seconds} of each call. */
    JsonNode call(String arm, double[] baseline, double[] candidate) throws IOException, InterruptedException {
        Path b = write("baseline.bin", baseline);
        Path c = write("candidate.bin", candidate);
        Process process = new ProcessBuilder(
                        python.toString(),
                        directory.resolve("scipy_arms.py").toString(),
                        arm,
                        b.toString(),
                        c.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode found = new JsonMapper().readTree(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("SciPy failed in " + arm);
        }
        return found;
    }

    private Path write(String name, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return Files.write(directory.resolve(name), buffer.array());
    }
}
