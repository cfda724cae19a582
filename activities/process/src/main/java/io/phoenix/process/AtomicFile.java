package io.phoenix.process;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A small text file that readers see whole, in its old or its new content. */
public record AtomicFile(Path path) {

    /** Replaces the content; the directory is made when it is not there. */
    public void write(String text) {
        Path directory = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "." + path.getFileName(), ".new");
            // A channel would be closed by an interrupt and the write would fail for good.
            try (FileOutputStream stream = new FileOutputStream(fresh.toFile())) {
                stream.write(text.getBytes(StandardCharsets.UTF_8));
                stream.getFD().sync();
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot write " + path + ": " + FileFailure.reason(e), e);
        }
    }

    /** The content, empty when there is no such file. */
    public Optional<String> read() {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + path + ": " + FileFailure.reason(e), e);
        }
    }

    /** Removes the file; absent is done. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot delete " + path + ": " + FileFailure.reason(e), e);
        }
    }
}
