package io.phoenix.local.platform;

import io.phoenix.process.FileMutex;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ports that this start gives to parts which do not listen yet. One lock file per port, for all installations of a user on
 * this machine, since to each of them such a port looks free; the locks end with the process.
 */
final class PortClaims implements AutoCloseable {
    private final Path directory;
    private final Map<Integer, FileMutex.Held> held = new HashMap<>();

    /** @param directory the same one for everybody who must not take the same port */
    PortClaims(Path directory) {
        this.directory = directory;
    }

    static PortClaims ofThisMachine() {
        return new PortClaims(
                Path.of(System.getProperty("java.io.tmpdir"), "phoenix-ports-" + System.getProperty("user.name")));
    }

    /** Whether the port is claimed by us now; false when another start has it. */
    boolean claim(int port) {
        if (held.containsKey(port)) {
            return true;
        }
        Optional<FileMutex.Held> mine = new FileMutex(directory.resolve(port + ".lock")).tryAcquire();
        mine.ifPresent(lock -> held.put(port, lock));
        return mine.isPresent();
    }

    @Override
    public void close() {
        held.values().forEach(FileMutex.Held::close);
        held.clear();
    }
}
