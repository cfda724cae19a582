package io.phoenix.simulator.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one scrape sees of one process.
 *
 * @param at the process's own reading time, in simulated time
 * @param cpuSeconds total since birth
 * @param cpuUtilization share of the host since the previous scrape, 0 to 1; null when the process is seen first
 */
public record ProcessSample(
        ProcessIdentity identity,
        Duration at,
        CpuValues cpuSeconds,
        @Nullable CpuValues cpuUtilization,
        Footprint footprint) {

    /** Memory, disk and handles; all byte values in bytes, disk totals since birth. */
    public record Footprint(
            long residentBytes,
            long virtualBytes,
            long readBytes,
            long writtenBytes,
            long threads,
            long fileDescriptors) {}
}
