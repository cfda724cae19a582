package io.phoenix.simulator.run;

import io.phoenix.simulator.process.Host;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files others watch: statistics, rewritten as a whole, and a ready file that appears once every host's first
 * message was accepted. Files of an earlier run are replaced or removed at the start. Thread-safe.
 */
public final class Reports {
    private static final Pattern EXPERIMENT_ID = Pattern.compile("[A-Za-z0-9._/-]{0,128}");

    private final String experimentId;
    private final @Nullable AtomicFile statisticsFile;
    private final @Nullable AtomicFile readyFile;
    private final Set<Host> pending = new HashSet<>();

    /**
     * Null paths mean that the file is not wanted.
     *
     * @param experimentId repeated in the statistics; empty when the run belongs to none
     */
    public Reports(String experimentId, @Nullable Path statisticsFile, @Nullable Path readyFile) {
        if (!EXPERIMENT_ID.matcher(experimentId).matches()) {
            throw new IllegalArgumentException(
                    "experiment-id must be at most 128 letters, digits, '.', '_', '/' and '-', was '" + experimentId
                            + "'");
        }
        this.experimentId = experimentId;
        this.statisticsFile = statisticsFile == null ? null : new AtomicFile(statisticsFile);
        this.readyFile = readyFile == null ? null : new AtomicFile(readyFile);
    }

    synchronized void start(Iterable<Host> hosts) {
        hosts.forEach(pending::add);
        if (readyFile != null) {
            readyFile.delete();
        }
    }

    synchronized void accepted(Host host) {
        if (pending.remove(host) && pending.isEmpty() && readyFile != null) {
            readyFile.write("ready\n");
        }
    }

    synchronized void statistics(StatisticsSnapshot snapshot) {
        if (statisticsFile != null) {
            statisticsFile.write(snapshot.toJson(experimentId));
        }
    }
}
