package io.phoenix.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loopback ports for the processes of one installation. A ledger file remembers which run directory holds which port under
 * which name, so that no two allocations, in whatever JVM, give one port. Thread-safe.
 */
public final class PortAllocator {
    // Below the range from which Linux takes the ports of outgoing connections (32768 to 60999).
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final TypeReference<TreeMap<String, TreeMap<String, Integer>>> LEDGER = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final AtomicFile ledger;
    private final FileMutex mutex;

    /** @param ledger one file for the whole installation */
    public PortAllocator(Path ledger) {
        this.ledger = new AtomicFile(ledger);
        this.mutex = new FileMutex(ledger.resolveSibling(ledger.getFileName() + ".lock"));
    }

    /** A port that is free now and is given to nobody else; the same directory and name get the same port again. */
    public int reserve(RunDirectory owner, String name) {
        return change(ports -> portsOf(ports, owner).computeIfAbsent(name, key -> free(taken(ports))));
    }

    /**
     * Gives the directory exactly these ports by name, in place of what it had.
     *
     * @throws io.phoenix.error.PhoenixException {@code port_taken} when another directory holds one of them
     */
    public void replace(RunDirectory owner, Map<String, Integer> wanted) {
        change(ports -> {
            Map<String, Integer> mine = portsOf(ports, owner);
            mine.clear();
            Set<Integer> others = taken(ports);
            wanted.forEach((name, port) -> {
                if (others.contains(port)) {
                    throw taken(port, name);
                }
                mine.put(name, port);
            });
            return mine.size();
        });
    }

    /** Ports of the directory by name. */
    public Map<String, Integer> reserved(RunDirectory owner) {
        return Map.copyOf(read().getOrDefault(key(owner), new TreeMap<>()));
    }

    public Optional<Integer> find(RunDirectory owner, String name) {
        return Optional.ofNullable(reserved(owner).get(name));
    }

    /** Gives all ports of the directory back; absent is done. */
    public void release(RunDirectory owner) {
        change(ports -> Optional.ofNullable(ports.remove(key(owner))));
    }

    /** Whether nobody listens on it. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private <T> T change(Function<TreeMap<String, TreeMap<String, Integer>>, T> step) {
        try (FileMutex.Held held = mutex.acquire()) {
            TreeMap<String, TreeMap<String, Integer>> ports = read();
            TreeMap<String, TreeMap<String, Integer>> before = copy(ports);
            T answer = step.apply(ports);
            if (!ports.equals(before)) {
                ledger.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ports));
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger is always JSON", e);
        }
    }

    private TreeMap<String, TreeMap<String, Integer>> read() {
        String text = ledger.read().orElse("{}");
        try {
            return JSON.readValue(text, LEDGER);
        } catch (JsonProcessingException e) {
            throw new FinalException(ErrorCode.INTERNAL, ledger.path() + " is damaged: run down, then remove it", e);
        }
    }

    private static TreeMap<String, TreeMap<String, Integer>> copy(Map<String, TreeMap<String, Integer>> ports) {
        TreeMap<String, TreeMap<String, Integer>> copy = new TreeMap<>();
        ports.forEach((owner, names) -> copy.put(owner, new TreeMap<>(names)));
        return copy;
    }

    /** Directories that somebody has deleted by hand hold nothing any more. */
    private static Map<String, Integer> portsOf(TreeMap<String, TreeMap<String, Integer>> ports, RunDirectory owner) {
        owner.create();
        ports.keySet().removeIf(other -> !other.equals(key(owner)) && !Files.isDirectory(Path.of(other)));
        return ports.computeIfAbsent(key(owner), absent -> new TreeMap<>());
    }

    private static Set<Integer> taken(Map<String, TreeMap<String, Integer>> ports) {
        return ports.values().stream()
                .flatMap(names -> names.values().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int free(Set<Integer> taken) {
        int count = HIGHEST - LOWEST;
        int first = ThreadLocalRandom.current().nextInt(count);
        for (int step = 0; step < count; step++) {
            int port = LOWEST + (first + step) % count;
            if (!taken.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new FinalException(
                ErrorCode.PORT_TAKEN, "no port from %d to %d is free: stop something".formatted(LOWEST, HIGHEST));
    }

    /** The failure to throw for a port that cannot be had; names the holder. */
    public static FinalException taken(int port, String name) {
        String holder = PortHolder.of(port)
                .map(found -> "process " + found.pid() + " (" + found.command() + ") listens on it")
                .orElse("another process listens on it or it is reserved");
        return new FinalException(
                ErrorCode.PORT_TAKEN,
                "port %d for %s is taken: %s; choose another port or stop it".formatted(port, name, holder));
    }

    private static String key(RunDirectory owner) {
        return owner.path().toString();
    }
}
