package io.phoenix.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Memory of a process and its descendants, in bytes; pages that several of them share are counted once in sum. */
public final class ResidentMemory {
    private ResidentMemory() {}

    /**
     * Empty when the process is gone or this system does not say.
     *
     * @param others processes that are counted on their own, with their descendants
     */
    public static OptionalLong ofTree(long pid, Set<Long> others) {
        return ProcessHandle.of(pid)
                .map(root -> tree(root, others)
                        .mapToLong(process -> of(process.pid()))
                        .filter(bytes -> bytes > 0)
                        .reduce(Long::sum))
                .orElse(OptionalLong.empty());
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root, Set<Long> others) {
        return Stream.concat(
                Stream.of(root),
                root.children().filter(child -> !others.contains(child.pid())).flatMap(child -> tree(child, others)));
    }

    private static long of(long pid) {
        long proportional = kibibytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
        return 1024 * (proportional > 0 ? proportional : kibibytes(Path.of("/proc/" + pid + "/status"), "VmRSS:"));
    }

    private static long kibibytes(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The process has ended, or is not ours to look into: it counts as nothing.
            return 0;
        }
    }
}
