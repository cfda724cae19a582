package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every process that this installation has started, whoever started it. */
public final class InstalledProcesses {
    private static final int DEPTH = 6;

    private final Installation installation;
    private final ChildProcesses processes = new ChildProcesses(Clock.systemUTC());

    public InstalledProcesses(Installation installation) {
        this.installation = installation;
    }

    /** Those that are alive, with their run directories. */
    public List<Running> alive() {
        if (!Files.isDirectory(installation.state())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(installation.state(), DEPTH)) {
            return files.filter(file -> file.endsWith("process.json"))
                    .map(file -> new RunDirectory(file.resolveSibling("")))
                    .flatMap(directory -> alive(directory).stream().map(process -> new Running(directory, process)))
                    .toList();
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot read " + installation.state() + ": " + e.getMessage(), e);
        }
    }

    /** The process of a part, if it is alive. */
    public Optional<ManagedProcess> part(String name) {
        return alive(new RunDirectory(installation.runDirectory(name)));
    }

    private Optional<ManagedProcess> alive(RunDirectory directory) {
        return processes.adopt(directory).filter(ManagedProcess::isAlive);
    }

    /** A living process and where it is written down. */
    public record Running(RunDirectory directory, ManagedProcess process) {}
}
