package io.phoenix.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The place of one process: {@code process.json} says who it is, {@code owner.lock} is held by the one supervisor that may
 * restart it.
 */
public record RunDirectory(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public RunDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the directory; present is done. */
    public void create() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot make directory " + path + ": " + FileFailure.reason(e), e);
        }
    }

    /** What was written of the process, dead or alive; empty when none was ever started here. */
    public Optional<ProcessRecord> process() {
        return processFile().read().map(this::parse);
    }

    /** The default place of the process's output. */
    public Path log() {
        return path.resolve("log");
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Exclusive ownership, for whoever restarts the process; ends with the JVM that holds it. */
    public Optional<FileMutex.Held> own() {
        return new FileMutex(path.resolve("owner.lock")).tryAcquire();
    }

    /** Excludes two starts in one directory at the same time. */
    FileMutex startMutex() {
        return new FileMutex(path.resolve("start.lock"));
    }

    void write(ProcessRecord process) {
        try {
            processFile().write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(process));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a process record is always JSON", e);
        }
    }

    /** Forgets the process; does not stop it. */
    public void clear() {
        processFile().delete();
    }

    /** Deletes the directory with all that is in it; absent is done. */
    public void delete() {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> contents = Files.walk(path)) {
            for (Path file : contents.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot delete " + path + ": " + FileFailure.reason(e), e);
        }
    }

    private AtomicFile processFile() {
        return new AtomicFile(path.resolve("process.json"));
    }

    private ProcessRecord parse(String text) {
        try {
            return JSON.readValue(text, ProcessRecord.class);
        } catch (JsonProcessingException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL,
                    path.resolve("process.json") + " is damaged: remove it after checking that its process is gone",
                    e);
        }
    }
}
