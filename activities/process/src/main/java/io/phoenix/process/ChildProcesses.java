package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts processes that survive this JVM, and finds again those that an earlier JVM has started. Thread-safe. */
public final class ChildProcesses {
    /** The variable that carries the installation's id in every child. */
    public static final String INSTALLATION_VARIABLE = "PHOENIX_INSTALLATION";

    static final String TOKEN_VARIABLE = "PHOENIX_PROCESS";
    private static final Optional<Path> SETSID = onPath("setsid");

    private final Clock clock;

    public ChildProcesses(Clock clock) {
        this.clock = clock;
    }

    /**
     * Starts the process in a session of its own.
     *
     * @throws io.phoenix.error.PhoenixException {@code foreign_object} when one runs here already, {@code
     *     deployment_failed} when the program cannot be started
     */
    public ManagedProcess start(ProcessSpec spec, RunDirectory directory) {
        try (FileMutex.Held held = directory.startMutex().acquire()) {
            find(directory).filter(ManagedProcess::isAlive).ifPresent(running -> refuse(spec, directory, running));
            return launch(spec, directory);
        }
    }

    /** The process of this directory, dead or alive; empty when none was started here. */
    public Optional<ManagedProcess> adopt(RunDirectory directory) {
        if (!Files.isDirectory(directory.path())) {
            return Optional.empty();
        }
        try (FileMutex.Held held = directory.startMutex().acquire()) {
            return find(directory);
        }
    }

    private static Optional<ManagedProcess> find(RunDirectory directory) {
        return directory
                .process()
                .flatMap(written ->
                        written.pid() > 0 ? Optional.of(new ManagedProcess(written)) : recover(written, directory));
    }

    /** The JVM ended between the start and the note of the pid: the token tells whether the process came to life. */
    private static Optional<ManagedProcess> recover(ProcessRecord intent, RunDirectory directory) {
        Optional<ProcessRecord> found =
                ProcessTable.withEnvironment(TOKEN_VARIABLE, intent.token()).map(intent::running);
        found.ifPresentOrElse(directory::write, directory::clear);
        return found.map(ManagedProcess::new);
    }

    private static void refuse(ProcessSpec spec, RunDirectory directory, ManagedProcess running) {
        throw new FinalException(
                ErrorCode.FOREIGN_OBJECT,
                "process %s (pid %d) runs in %s already: it was not replaced by %s"
                        .formatted(running.process().name(), running.pid(), directory.path(), spec.name()));
    }

    private ManagedProcess launch(ProcessSpec spec, RunDirectory directory) {
        ProcessRecord intent = new ProcessRecord(
                spec.name(),
                spec.installation(),
                0,
                0,
                spec.digest(),
                UUID.randomUUID().toString(),
                Instant.now(clock).toString(),
                spec.log().toAbsolutePath().toString());
        directory.write(intent);
        LogFile.prepare(spec.log());
        Process child = spawn(spec, intent.token(), directory);
        ProcessRecord running = ProcessTable.find(child.pid())
                .map(intent::running)
                .orElseThrow(() -> {
                    directory.clear();
                    return failed(spec, "ended at once: " + String.join(" | ", LogFile.tail(spec.log(), 5)), null);
                });
        directory.write(running);
        return new ManagedProcess(running);
    }

    private static Process spawn(ProcessSpec spec, String token, RunDirectory directory) {
        requireProgram(spec);
        List<String> command = new ArrayList<>();
        // A Java child leads no process group, so setsid does not fork and the pid stays the same.
        SETSID.ifPresent(program -> command.add(program.toString()));
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(spec.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        Map<String, String> environment = builder.environment();
        if (spec.environment().inheritance() == ProcessEnvironment.Inheritance.NOTHING) {
            environment.clear();
        }
        environment.putAll(spec.environment().values());
        environment.putAll(spec.marks(token));
        try {
            Files.createDirectories(spec.directory());
            return builder.start();
        } catch (IOException e) {
            directory.clear();
            throw failed(spec, String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireProgram(ProcessSpec spec) {
        String program = spec.command().getFirst();
        if (program.indexOf('/') >= 0
                ? !Files.isExecutable(Path.of(program))
                : onPath(program).isEmpty()) {
            throw failed(spec, "there is no program " + program, null);
        }
    }

    private static FinalException failed(ProcessSpec spec, String why, @Nullable Throwable cause) {
        return new FinalException(
                ErrorCode.DEPLOYMENT_FAILED, "process " + spec.name() + " cannot be started: " + why, cause);
    }

    private static Optional<Path> onPath(String program) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
