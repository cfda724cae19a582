package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.FileMutex;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ports that belong to parts which do not listen yet, or not at the moment. One lock file per port, for all installations of a user on
 * this machine, since to each of them such a port looks free; the locks end with the process, and whoever closes removes the files of
 * all that have ended. Thread-safe.
 */
final class PortClaims implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final String SUFFIX = ".lock";

    private final Path directory;
    /** A file is neither locked while it is removed nor removed while it is locked. */
    private final FileMutex turns;

    private final Map<Integer, FileMutex.Held> held = new HashMap<>();

    /** @param directory the same one for everybody who must not take the same port */
    PortClaims(Path directory) {
        this.directory = directory;
        this.turns = new FileMutex(directory.resolve("turns"));
    }

    static PortClaims ofThisMachine() {
        return new PortClaims(
                Path.of(System.getProperty("java.io.tmpdir"), "phoenix-ports-" + System.getProperty("user.name")));
    }

    /** Whether the port is claimed by us now; false when another start has it. */
    synchronized boolean claim(int port) {
        if (held.containsKey(port)) {
            return true;
        }
        try (FileMutex.Held turn = turns.acquire()) {
            Optional<FileMutex.Held> mine = new FileMutex(directory.resolve(port + SUFFIX)).tryAcquire();
            mine.ifPresent(lock -> held.put(port, lock));
            return mine.isPresent();
        }
    }

    /** Claims all of them as soon as others let go; for the one who keeps the parts running. */
    void keep(Collection<Integer> ports) {
        List<Integer> missing = new ArrayList<>(ports);
        while (!missing.isEmpty()) {
            missing.removeIf(this::claim);
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public synchronized void close() {
        try (FileMutex.Held turn = turns.acquire();
                DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            held.values().forEach(FileMutex.Held::close);
            held.clear();
            for (Path file : files) {
                removeUnlessHeld(file);
            }
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot give ports back in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void removeUnlessHeld(Path file) throws IOException {
        Optional<FileMutex.Held> nobodys = new FileMutex(file).tryAcquire();
        if (nobodys.isPresent()) {
            try (FileMutex.Held lock = nobodys.get()) {
                Files.delete(file);
            }
        }
    }
}
