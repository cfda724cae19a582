package io.phoenix.collector;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.FileMutex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Keeps apart what starts a part of an experiment and what removes it: overlapping attempts follow one another, and once
 * the part was removed no late attempt starts it again. It stays when the experiment's directory is gone. Thread-safe.
 */
public final class RemovalFence {
    private final FileMutex mutex;
    private final Path tombstone;
    private final String part;

    RemovalFence(Path directory, String part) {
        this.mutex = new FileMutex(directory.resolve(part + ".lock"));
        this.tombstone = directory.resolve(part + ".removed");
        this.part = part;
    }

    /**
     * Starts the part.
     *
     * @throws io.phoenix.error.PhoenixException {@code conflict} when it was removed before
     */
    public <T> T start(Supplier<T> starting) {
        try (FileMutex.Held held = mutex.acquire()) {
            if (Files.exists(tombstone)) {
                throw new FinalException(
                        ErrorCode.CONFLICT,
                        part + " of the experiment: removed already, a late attempt starts nothing");
            }
            return starting.get();
        }
    }

    /** Removes the part; nothing starts it from here on, even when the removal fails half way. */
    public void remove(Runnable removal) {
        try (FileMutex.Held held = mutex.acquire()) {
            new AtomicFile(tombstone).write("");
            removal.run();
        }
    }
}
