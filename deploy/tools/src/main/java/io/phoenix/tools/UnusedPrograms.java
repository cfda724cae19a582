package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Directories of programs that nobody needs any more: earlier versions, and what killed runs have left. */
public final class UnusedPrograms {
    private UnusedPrograms() {}

    /**
     * Removes the directories in {@code root} that are not needed and that no process of this machine runs from.
     *
     * @return what was removed
     */
    public static List<Path> remove(Path root, Predicate<Path> needed) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> running = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().command().stream())
                .map(Path::of)
                .toList();
        try (Stream<Path> entries = Files.list(root)) {
            List<Path> unused = entries.filter(Files::isDirectory)
                    .filter(needed.negate())
                    .filter(directory -> running.stream().noneMatch(program -> program.startsWith(directory)))
                    .sorted()
                    .toList();
            unused.forEach(WorkDirectory::remove);
            return unused;
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + root + ": " + e.getMessage(), e);
        }
    }
}
