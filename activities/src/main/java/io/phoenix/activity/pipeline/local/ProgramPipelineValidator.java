package io.phoenix.activity.pipeline.local;

import io.phoenix.activity.pipeline.PipelineValidator;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import io.phoenix.process.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs {@code phoenix-validate} once per configuration. */
public final class ProgramPipelineValidator implements PipelineValidator {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    // One argument of a program may be 128 KiB at most.
    private static final int LONGEST = 100_000;
    // What the JVM makes the exit code of a program that a signal has ended.
    private static final int FIRST_SIGNAL = 128;

    private final Path program;
    private final Duration patience;

    public ProgramPipelineValidator(Path program) {
        this(program, PATIENCE);
    }

    ProgramPipelineValidator(Path program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    @Override
    public Optional<String> refusal(String yaml) {
        int length = yaml.getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            return Optional.of("the configuration has " + length + " bytes, allowed are " + LONGEST);
        }
        Path output = temporaryFile();
        try {
            return run(yaml, output);
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE, "the validator " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw Pause.interrupted("validating a pipeline", e);
        } finally {
            delete(output);
        }
    }

    private Optional<String> run(String yaml, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "validate", "--config", "yaml:" + yaml)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw undecided("did not come to a decision within " + patience);
            }
        } finally {
            process.destroyForcibly();
        }
        int code = process.exitValue();
        if (code >= FIRST_SIGNAL) {
            throw undecided("was ended by signal " + (code - FIRST_SIGNAL));
        }
        return code == 0 ? Optional.empty() : Optional.of(ValidatorMessage.clean(Files.readString(output)));
    }

    /** It says nothing of the pipeline. */
    private TransientException undecided(String what) {
        return new TransientException(ErrorCode.NOT_READY, "the validator " + program + " " + what);
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("phoenix-validate", ".txt");
        } catch (IOException e) {
            throw new FinalException(ErrorCode.TOOL_UNAVAILABLE, "no temporary file: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot delete " + file + ": " + e.getMessage(), e);
        }
    }
}
