package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Horizon;
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
 * @param horizon how many grid points are measured, and how they are cut into windows and looks
 * @param maximumPoints up to here an extension may go
 */
record Grid(
        Duration interval,
        Duration step,
        Duration warmUp,
        @Nullable Duration memory,
        Horizon horizon,
        int maximumPoints) {
    private static final Duration SETTLE = Duration.ofSeconds(2);

    static Grid of(ExperimentSpec spec, TimeScale scale) {
        Timing timing = spec.timing();
        Duration interval = spec.input().interval(scale.factor());
        Duration step = TimeScale.longer(scale.wait(timing.step()), interval.multipliedBy(2));
        double stretch = step.toNanos() / (double) timing.step().toNanos();
        Horizon horizon = Horizon.of(timing, spec.criteria().looks());
        return new Grid(
                interval,
                step,
                TimeScale.longer(scale.wait(timing.warmUp()), interval.multipliedBy(3)),
                timing.memory() == null ? null : new TimeScale(stretch).wait(timing.memory()),
                horizon,
                Math.max(horizon.points(), Horizon.maximumPoints(timing)));
    }

    /** Grid points that the spec asks for. */
    int points() {
        return horizon.points();
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

    /** The next window of so many grid points that are left. */
    Window window(int index, int segment, Instant start, int remaining) {
        return new Window(index, segment, start, start.plus(step.multipliedBy(horizon.nextWindow(remaining))), step);
    }
}
