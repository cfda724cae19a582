package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stream that every variant receives: exactly one of a simulation and the target's real hosts. */
public record Input(
        @Nullable Simulation simulation, @Nullable Host host) {
    private static final Duration SHORTEST_SCALED = Duration.ofMillis(200);

    public Input {
        if ((simulation == null) == (host == null)) {
            throw new IllegalArgumentException("exactly one of simulation and host is needed");
        }
    }

    /** Time between two points of one series. */
    public Duration interval() {
        return simulation != null
                ? simulation.interval()
                : Objects.requireNonNull(host).interval();
    }

    /**
     * The interval when time is scaled: in whole milliseconds, and not below 200 ms unless the spec itself asks for less.
     *
     * @param factor above 0
     */
    public Duration interval(double factor) {
        Duration asked = interval();
        Duration scaled = Duration.ofMillis(Math.max(1, Math.round(asked.toMillis() * factor)));
        Duration shortest = asked.compareTo(SHORTEST_SCALED) < 0 ? asked : SHORTEST_SCALED;
        return scaled.compareTo(shortest) < 0 ? shortest : scaled;
    }

    /** How many hosts send; the real input is that of one machine. */
    public int hosts() {
        return simulation == null ? 1 : simulation.hosts();
    }

    /** Simulated processes, sent as OTLP; the same seed gives the same population. */
    public record Simulation(String profile, int hosts, int processesPerHost, Duration interval, long seed) {
        public Simulation {
            Objects.requireNonNull(profile, "profile");
            Objects.requireNonNull(interval, "interval");
        }
    }

    /** The real processes of the target's hosts. */
    public record Host(Duration interval) {
        public Host {
            Objects.requireNonNull(interval, "interval");
        }
    }
}
