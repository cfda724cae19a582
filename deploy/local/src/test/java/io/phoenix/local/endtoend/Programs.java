package io.phoenix.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, with an environment of their own. */
record Programs(Path directory, Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    Answer run(List<String> command) {
        try {
            Path out = Files.createTempFile("phoenix-it-", ".out");
            Path err = Files.createTempFile("phoenix-it-", ".err");
            Process process = started(command, out, err);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " has not ended: " + Files.readString(err));
            }
            Answer answer = new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    // The output goes to files: a pipe would stay open as long as the platform that the command leaves behind.
    private Process started(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }
}
