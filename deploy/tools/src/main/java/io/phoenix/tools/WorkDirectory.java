package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory for files on their way into the cache, on its file system; gone when it is closed.
 *
 * <p>Made only by the holder of {@link ToolCache#oneAtATime}, so every other one is what a killed run left behind.
 *
 * @param warnings hear of what cannot be removed, which stops nothing: the next run tries again
 */
record WorkDirectory(Path path, Consumer<String> warnings) implements AutoCloseable {
    private static final String PREFIX = ".work-";

    /** Those of earlier versions too; whatever else stands in the cache is not ours to remove. */
    private static final List<String> PREFIXES = List.of(PREFIX, ".collector-");

    static WorkDirectory in(Path root, Consumer<String> warnings) {
        try {
            Files.createDirectories(root);
            removeLeft(root, warnings);
            return new WorkDirectory(Files.createTempDirectory(root, PREFIX), warnings);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.TOOL_UNAVAILABLE, "cannot write to " + root + ": " + e.getMessage(), e);
        }
    }

    /** What killed runs have left. */
    static List<Path> left(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(WorkDirectory::ours)
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean ours(Path entry) {
        String name = entry.getFileName().toString();
        return PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** For the holder of {@link ToolCache#oneAtATime}. */
    static void removeLeft(Path root, Consumer<String> warnings) {
        left(root).forEach(directory -> tryToRemove(directory, warnings));
    }

    @Override
    public void close() {
        tryToRemove(path, warnings);
    }

    private static void tryToRemove(Path directory, Consumer<String> warnings) {
        try {
            remove(directory);
        } catch (PhoenixException e) {
            warnings.accept(e.getMessage() + ": remove it yourself");
        }
    }

    // A process or download that was given up may still be writing here: what it adds now, the next run removes.
    static void remove(Path directory) {
        try {
            Files.walkFileTree(directory, new Removal());
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot remove " + directory + ": " + e.getMessage(), e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            try {
                Files.deleteIfExists(directory);
            } catch (DirectoryNotEmptyException e) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
