package io.phoenix.activity.analysis.calibration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Runs of one length in one regime. */
public record Cell(Regime regime, int points) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double STEP_NANOS = 1e9;

    /** Every regime at every length, the lengths of a regime side by side. */
    public static List<Cell> of(List<? extends Regime> regimes, List<Integer> lengths) {
        List<Cell> cells = new ArrayList<>();
        regimes.forEach(regime -> lengths.forEach(points -> cells.add(new Cell(regime, points))));
        return cells;
    }

    /** The length of the run in memories of the regime. */
    public double durationPerMemory() {
        return points / regime.memory();
    }

    /** The run's length when a step lasts a second. */
    Duration duration() {
        return Duration.ofSeconds(points);
    }

    /** The regime's memory when a step lasts a second. */
    Duration memory() {
        return Duration.ofNanos((long) (regime.memory() * STEP_NANOS));
    }

    /** The random numbers of one run: the same whatever else is run, in whatever order and by whatever thread. */
    RandomGenerator random(long seed, int run) {
        long name = 0xcbf29ce484222325L;
        for (byte b : regime.name().getBytes(StandardCharsets.UTF_8)) {
            name = (name ^ b) * 0x100000001b3L;
        }
        return new SplittableRandom(mixed(mixed(mixed(mixed(seed) + name) + points) + run));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
