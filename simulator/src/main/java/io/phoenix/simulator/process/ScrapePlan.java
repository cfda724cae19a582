package io.phoenix.simulator.process;

import java.time.Duration;

/** How a host is filled and scraped: the seed, the number of process slots and the time between two scrapes. */
public record ScrapePlan(long seed, int processes, Duration interval) {}
