package io.phoenix.collector;

/**
 * The last configuration that a standing collector has taken over.
 *
 * @param generation of the target
 * @param hash of the configuration
 * @param pid of the process that took it over, with its start time
 * @param failedPoints refused or failed until then, by the collector's own counters
 */
public record Applied(long generation, String hash, long pid, long startTime, double failedPoints) {}
