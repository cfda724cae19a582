package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.planning.RunPlan.LimitedBy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Length and resolution of a run from the error bar of a pilot: the standard error falls with the square root of the
 * pairs, so pairs = pilot pairs (error / needed error)^2, and no run is shorter than 24 memories.
 *
 * @param step between two pairs
 * @param memory of the ratio; null: not declared
 */
public record Planner(Pilot pilot, Duration step, @Nullable Duration memory) {
    private static final int FEWEST_PAIRS = 48;
    private static final int MEMORIES = 24;
    private static final double MOST_PAIRS = 1e15;

    /** The run that shows an expected ratio on its side of a limit; empty when none can. */
    public Optional<RunPlan> forRatio(double expected, double limit, Target target) {
        return forDistance(StrictMath.log(expected / limit), target);
    }

    /** The run that tells a distance, on the scale of the pilot's error, from zero; empty when none can. */
    public Optional<RunPlan> forDistance(double distance, Target target) {
        double pairs = replicates(distance, target);
        if (!(pairs < MOST_PAIRS)) {
            return Optional.empty();
        }
        long wanted = Math.max(FEWEST_PAIRS, (long) Math.ceil(pairs));
        return Optional.of(atLeast(wanted, wanted > FEWEST_PAIRS ? LimitedBy.PRECISION : LimitedBy.BLOCKS));
    }

    /** As many pairs, or more where the memory asks for them. */
    public RunPlan atLeast(long pairs, LimitedBy limit) {
        Duration remembered = memory == null ? Duration.ZERO : memory.multipliedBy(MEMORIES);
        return remembered.compareTo(times(step, pairs)) > 0
                ? new RunPlan(pairsIn(remembered), remembered, LimitedBy.MEMORY)
                : new RunPlan(pairs, times(step, pairs), limit);
    }

    /** As many replicates of the pilot's kind, pairs or hosts, tell the distance from zero; NaN when none can. */
    public double replicates(double distance, Target target) {
        double needed = Math.abs(distance) / target.errorsNeeded(pilot.degreesOfFreedom());
        double shrink = pilot.error() / needed;
        return pilot.pairs() * shrink * shrink;
    }

    /** The smallest distance from a limit that as many pairs show: the minimum detectable effect. */
    public double detectable(double pairs, Target target) {
        return target.errorsNeeded(pilot.degreesOfFreedom()) * pilot.errorAt(pairs);
    }

    /** The largest ratio that as many pairs still show to be below the limit. */
    public double detectableRatio(double pairs, double limit, Target target) {
        return limit * StrictMath.exp(-detectable(pairs, target));
    }

    private long pairsIn(Duration duration) {
        long nanos = Math.max(1, step.toNanos());
        return Math.ceilDiv(duration.toNanos(), nanos);
    }

    private static Duration times(Duration step, long pairs) {
        double seconds = step.toNanos() / 1e9 * pairs;
        return seconds < Integer.MAX_VALUE ? step.multipliedBy(pairs) : Duration.ofSeconds((long) seconds);
    }
}
