package io.phoenix.simulator.process;

/**
 * What processes use.
 *
 * @param cpuCores mean CPU of a process in cores
 * @param diurnalAmplitude how far the CPU of all processes swings around its mean over a day, 0 to 1
 * @param residentBytes resident memory of a process that is not a kernel thread
 * @param diskBytesPerSecond disk traffic in each direction of a process that does any
 * @param diskIdleShare the share of processes that never touch the disk
 * @param fileDescriptors open file descriptors of a process that is not a kernel thread
 */
public record ResourceUsage(
        Distribution cpuCores,
        double diurnalAmplitude,
        Distribution residentBytes,
        Distribution diskBytesPerSecond,
        double diskIdleShare,
        Distribution fileDescriptors) {}
