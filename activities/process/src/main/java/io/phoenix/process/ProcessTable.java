package io.phoenix.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The processes of this machine as the kernel shows them. On Linux from {@code /proc}; elsewhere only what the JVM knows, so
 * that environments and sessions are not seen.
 */
public final class ProcessTable {
    private static final Path PROC = Path.of("/proc");
    private static final boolean LINUX = Files.isReadable(Path.of("/proc/self/stat"));

    private ProcessTable() {}

    /**
     * A process.
     *
     * @param startTime clock ticks since boot on Linux, milliseconds since the epoch elsewhere
     * @param session id of its session, 0 when unknown
     * @param dead it has ended and waits to be collected by its parent
     */
    public record Entry(long pid, long startTime, long session, boolean dead) {}

    public static Optional<Entry> find(long pid) {
        return LINUX ? fromProc(pid) : fromHandle(pid);
    }

    /** Processes of the session that the given process leads, itself among them. */
    static List<Entry> session(long leader) {
        return pids().stream()
                .map(ProcessTable::find)
                .flatMap(Optional::stream)
                .filter(entry -> entry.session() == leader && !entry.dead())
                .toList();
    }

    /** The oldest living process whose environment holds {@code variable=value}. */
    static Optional<Entry> withEnvironment(String variable, String value) {
        return pids().stream()
                .filter(pid -> hasEnvironment(pid, variable, value))
                .map(ProcessTable::find)
                .flatMap(Optional::stream)
                .filter(entry -> !entry.dead())
                .min(Comparator.comparingLong(Entry::startTime));
    }

    static boolean hasEnvironment(long pid, String variable, String value) {
        return environment(pid).contains("\0" + variable + "=" + value + "\0");
    }

    static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        if (!LINUX) {
            ProcessHandle.allProcesses().forEach(handle -> pids.add(handle.pid()));
            return pids;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            entries.forEach(entry -> pids.add(Long.parseLong(entry.getFileName().toString())));
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + PROC, e);
        }
        return pids;
    }

    /** The command line, for people. */
    public static String command(long pid) {
        return read(PROC.resolve(pid + "/cmdline"))
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty())
                .or(() -> ProcessHandle.of(pid).flatMap(handle -> handle.info().commandLine()))
                .orElse("?");
    }

    private static String environment(long pid) {
        return read(PROC.resolve(pid + "/environ"))
                .map(text -> "\0" + text + "\0")
                .orElse("");
    }

    private static Optional<Entry> fromProc(long pid) {
        return read(PROC.resolve(pid + "/stat")).map(stat -> {
            // The name in parentheses may hold spaces and parentheses: fields are counted from the last one.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean dead = fields[0].equals("Z") || fields[0].equals("X");
            return new Entry(pid, Long.parseLong(fields[19]), Long.parseLong(fields[3]), dead);
        });
    }

    private static Optional<Entry> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info()
                        .startInstant()
                        .map(start -> new Entry(pid, start.toEpochMilli(), 0, !handle.isAlive())));
    }

    /** Empty when the process has gone meanwhile or belongs to somebody else. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
