package io.phoenix.tools;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A short run of a program that is asked for one line. */
final class Command {
    private static final int MAXIMUM_OUTPUT = 64 * 1024;

    private Command() {}

    /** Its output, stdout and stderr; empty when it cannot be started, fails or does not end in time. */
    static Optional<String> output(List<String> command, Map<String, String> environment, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return await(process, patience);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends the process and all that it has started. */
    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<String> await(Process process, Duration patience) throws InterruptedException {
        Output output = new Output();
        Thread reader = Thread.ofVirtual().start(() -> output.read(process.getInputStream()));
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            // A grandchild that keeps the pipe open must not keep us.
            reader.join(Duration.ofSeconds(1));
            return process.exitValue() == 0 ? Optional.of(output.text()) : Optional.empty();
        } finally {
            kill(process);
        }
    }

    /** The beginning of a stream; what comes after it is left in the pipe, where it stops the writer. */
    private static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void read(InputStream in) {
            byte[] buffer = new byte[4096];
            try {
                for (int read = in.read(buffer); read >= 0 && bytes.size() < MAXIMUM_OUTPUT; read = in.read(buffer)) {
                    bytes.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // The process was ended: what it has said until now is all there is.
                return;
            }
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
