package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The output of a process: appended to, bounded by one older file beside it. */
public final class LogFile {
    static final long MAXIMUM_BYTES = 10L * 1024 * 1024;
    private static final int TAIL_BYTES = 64 * 1024;

    private LogFile() {}

    /** The last lines, oldest first; empty when there is no such file. */
    public static List<String> tail(Path file, int lines) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long length = access.length();
            byte[] bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            access.seek(length - bytes.length);
            access.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + FileFailure.reason(e), e);
        }
    }

    /** Makes the directory and, when the file has grown past its bound, moves it to {@code .1}. */
    static void prepare(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > MAXIMUM_BYTES) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot prepare log " + file + ": " + FileFailure.reason(e), e);
        }
    }
}
