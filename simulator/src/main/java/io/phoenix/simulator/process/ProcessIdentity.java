package io.phoenix.simulator.process;

import java.time.Duration;

/**
 * What never changes while a process lives. A pid may come again; pid and birth together are unique on a host.
 *
 * @param commandLine empty for a kernel thread
 * @param birth in simulated time
 */
public record ProcessIdentity(int pid, int parentPid, Program program, String commandLine, Duration birth) {}
