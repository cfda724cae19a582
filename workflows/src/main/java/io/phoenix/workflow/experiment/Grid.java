package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Timing;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time grid of an experiment after the scaling of time. The number of grid points is that of the unscaled spec, so a
 * faster run judges as many points.
 *
 * @param interval of input and scrapes, 200 ms at least unless the spec itself asks for less
 * @param step distance of grid points, two intervals at least
 * @param memory scaled like the step; null when not declared
 * @param points grid points that the spec asks for
 * @param maximumPoints up to here an extension may go
 * @param windowPoints length of a window in grid points
 */
record Grid(
        Duration interval,
        Duration step,
        Duration warmUp,
        @Nullable Duration memory,
        int points,
        int maximumPoints,
        int windowPoints) {
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int SHORTEST_WINDOW_POINTS = 4;
    private static final int WINDOWS = 10;

    static Grid of(ExperimentSpec spec, TimeScale scale) {
        Timing timing = spec.timing();
        Duration interval = spec.input().interval(scale.factor());
        Duration step = TimeScale.longer(scale.wait(timing.step()), interval.multipliedBy(2));
        double stretch = step.toNanos() / (double) timing.step().toNanos();
        int points = pointsIn(timing.duration(), timing.step());
        return new Grid(
                interval,
                step,
                TimeScale.longer(scale.wait(timing.warmUp()), interval.multipliedBy(3)),
                timing.memory() == null ? null : new TimeScale(stretch).wait(timing.memory()),
                points,
                Math.max(points, pointsIn(timing.maximumDuration(), timing.step())),
                windowPoints(points, timing.step()));
    }

    private static int pointsIn(Duration duration, Duration step) {
        return Math.toIntExact(Math.max(1, duration.dividedBy(step)));
    }

    private static int windowPoints(int points, Duration step) {
        long longest = Math.max(SHORTEST_WINDOW_POINTS, LONGEST_WINDOW.dividedBy(step));
        return Math.toIntExact(Math.clamp(points / WINDOWS, SHORTEST_WINDOW_POINTS, longest));
    }

    /** How many whole steps fit into a duration of the spec, which is not scaled. */
    static int stepsIn(Duration real, Timing timing) {
        return Math.toIntExact(real.dividedBy(timing.step()));
    }

    /** The input as collectors and the load see it. */
    Input input(Input real) {
        if (real.simulation() instanceof Input.Simulation simulation) {
            return new Input(
                    new Input.Simulation(
                            simulation.profile(),
                            simulation.hosts(),
                            simulation.processesPerHost(),
                            interval,
                            simulation.seed()),
                    null);
        }
        Objects.requireNonNull(real.host(), "host");
        return new Input(null, new Input.Host(interval));
    }

    /** The first multiple of the step since the epoch at or after the instant. */
    Instant align(Instant at) {
        long width = step.toMillis();
        long millis = at.toEpochMilli() + (at.getNano() % 1_000_000 == 0 ? 0 : 1);
        return Instant.ofEpochMilli(Math.ceilDiv(millis, width) * width);
    }

    /** How long after the end of a window its last samples are there to be queried. */
    Duration settle(TimeScale scale) {
        return TimeScale.longer(scale.wait(SETTLE), interval.multipliedBy(2));
    }

    /** The next window; a rest too short for a window of its own belongs to the last one. */
    Window window(int index, int segment, Instant start, int remaining) {
        int length = remaining >= windowPoints + SHORTEST_WINDOW_POINTS ? windowPoints : remaining;
        return new Window(index, segment, start, start.plus(step.multipliedBy(length)), step);
    }

    /** How many windows so many grid points make. */
    int windows(int remaining) {
        int whole = remaining / windowPoints;
        int rest = remaining % windowPoints;
        return whole == 0 ? (rest == 0 ? 0 : 1) : whole + (rest >= SHORTEST_WINDOW_POINTS ? 1 : 0);
    }
}
