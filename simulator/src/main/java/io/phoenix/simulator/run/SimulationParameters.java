package io.phoenix.simulator.run;

import io.phoenix.simulator.process.ScrapePlan;
import io.phoenix.simulator.profile.Profile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated. A value out of range is an {@link IllegalArgumentException} that names the parameter, its range and
 * the value.
 *
 * @param duration how long to run; null means until stopped
 */
public record SimulationParameters(
        Profile profile,
        Profile.Size size,
        long seed,
        @Nullable Duration duration) {
    private static final int MOST_HOSTS = 1_000;
    private static final int FEWEST_PROCESSES = 20;
    private static final int MOST_PROCESSES = 5_000;
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final Duration LONGEST_RUN = Duration.ofDays(365);

    public SimulationParameters {
        requireRange("hosts", size.hosts(), 1, MOST_HOSTS);
        requireRange("processes-per-host", size.processesPerHost(), FEWEST_PROCESSES, MOST_PROCESSES);
        requireRange("interval", size.interval(), SHORTEST_INTERVAL, LONGEST_INTERVAL);
        if (duration != null) {
            requireRange("duration", duration, size.interval(), LONGEST_RUN);
        }
    }

    ScrapePlan scrapePlan() {
        return new ScrapePlan(seed, size.processesPerHost(), size.interval());
    }

    /** The number of scrapes of each host. */
    long ticks() {
        if (duration == null) {
            return Long.MAX_VALUE;
        }
        long whole = duration.dividedBy(size.interval());
        return size.interval().multipliedBy(whole).equals(duration) ? whole : whole + 1;
    }

    private static void requireRange(String name, int value, int minimum, int maximum) {
        if (value < minimum || value > maximum) {
            throw new IllegalArgumentException(
                    name + " must be between " + minimum + " and " + maximum + ", was " + value);
        }
    }

    private static void requireRange(String name, Duration value, Duration minimum, Duration maximum) {
        if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("%s must be between %s and %s, was %s"
                    .formatted(
                            name,
                            DurationText.format(minimum),
                            DurationText.format(maximum),
                            DurationText.format(value)));
        }
    }
}
