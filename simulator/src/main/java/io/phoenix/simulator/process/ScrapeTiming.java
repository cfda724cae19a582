package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When each process is read. A scrape walks the processes one after another, so readings rise with the pid and no two of
 * a scrape are equal; it takes at most {@link #LONGEST_SCRAPE} and a quarter of the interval.
 */
public final class ScrapeTiming {
    public static final Duration LONGEST_SCRAPE = Duration.ofMillis(80);

    private final Duration interval;
    private final RandomStream random;
    private final double longestNanos;

    ScrapeTiming(Duration interval, RandomStream random) {
        this.interval = interval;
        this.random = random;
        this.longestNanos = Math.min((double) LONGEST_SCRAPE.toNanos(), interval.toNanos() / 4.0);
    }

    Duration start(long tick) {
        return interval.multipliedBy(tick);
    }

    List<Duration> readings(long tick, int processes) {
        RandomStream own = random.fork(tick);
        Duration start = start(tick);
        double slice = longestNanos * (0.5 + 0.5 * own.nextDouble()) / processes;
        List<Duration> readings = new ArrayList<>(processes);
        for (int index = 0; index < processes; index++) {
            readings.add(start.plusNanos((long) ((index + own.nextDouble()) * slice)));
        }
        return readings;
    }
}
