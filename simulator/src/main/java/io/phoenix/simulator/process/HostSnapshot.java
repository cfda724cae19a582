package io.phoenix.simulator.process;

import java.util.List;

/** One scrape of a host: all live processes in the order of their pids. */
public record HostSnapshot(Host host, long tick, List<ProcessSample> samples) {
    public HostSnapshot {
        samples = List.copyOf(samples);
    }
}
