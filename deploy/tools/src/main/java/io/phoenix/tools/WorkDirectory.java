package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory for files on their way into the cache, on its file system; gone when it is closed.
 *
 * <p>Made only by the holder of {@link ToolCache#oneAtATime}, so every other one is what a killed run left behind.
 */
record WorkDirectory(Path path) implements AutoCloseable {
    private static final String PREFIX = ".work-";

    static WorkDirectory in(Path root) {
        try {
            Files.createDirectories(root);
            left(root).forEach(WorkDirectory::remove);
            return new WorkDirectory(Files.createTempDirectory(root, PREFIX));
        } catch (IOException e) {
            throw new FinalException(ErrorCode.TOOL_UNAVAILABLE, "cannot write to " + root + ": " + e.getMessage(), e);
        }
    }

    /** What killed runs have left, those of earlier versions too: what is in the cache has no name that begins with a dot. */
    static List<Path> left(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("."))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + root + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        remove(path);
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
