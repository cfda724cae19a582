package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.RunDirectory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return records().stream()
                .map(file -> new RunDirectory(file.resolveSibling("")))
                .flatMap(directory -> alive(directory).stream().map(process -> new Running(directory, process)))
                .toList();
    }

    /** Directories of experiments come and go while we look: one that has gone has no process. */
    private List<Path> records() {
        List<Path> records = new ArrayList<>();
        try {
            Files.walkFileTree(installation.state(), Set.of(), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.endsWith("process.json")) {
                        records.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    return gone(failure);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    return failure == null ? FileVisitResult.CONTINUE : gone(failure);
                }
            });
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot read " + installation.state() + ": " + e.getMessage(), e);
        }
        return records;
    }

    private static FileVisitResult gone(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
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
