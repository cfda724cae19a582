package io.phoenix.process;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file could not be used, in words; the JDK's own message is often only the name of the file. */
final class FileFailure {
    private FileFailure() {}

    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "permission denied at " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile() + " and it cannot be made";
            case FileAlreadyExistsException other -> other.getFile() + " is not a directory";
            case FileSystemException system
            when system.getReason() != null -> system.getReason() + ": " + system.getFile();
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
