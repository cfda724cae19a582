package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bounds the logs of programs that run for months: what has grown past the bound is copied to {@code .1} and emptied in
 * place, since the programs keep their files open for appending. What is written between the two is lost.
 *
 * @param directory with the logs, at any depth of it
 * @param maximumBytes of one log
 */
record LogRotation(Path directory, long maximumBytes) {
    /** As at the start of a process. */
    static LogRotation of(Path directory) {
        return new LogRotation(directory, 10L * 1024 * 1024);
    }

    void rotate() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        for (Path log : tooLong()) {
            empty(log);
        }
    }

    private List<Path> tooLong() {
        try (Stream<Path> logs = Files.find(
                directory,
                Integer.MAX_VALUE,
                (file, attributes) -> attributes.isRegularFile()
                        && attributes.size() > maximumBytes
                        && file.getFileName().toString().endsWith(".log"))) {
            return logs.toList();
        } catch (IOException e) {
            throw failed(directory, e);
        }
    }

    private static void empty(Path log) {
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            channel.truncate(0);
        } catch (IOException e) {
            throw failed(log, e);
        }
    }

    private static FinalException failed(Path path, IOException cause) {
        return new FinalException(
                ErrorCode.INTERNAL, "logs in " + path + " cannot be bounded: " + cause.getMessage(), cause);
    }
}
