package io.phoenix.simulator.process;

import java.time.Duration;

/** Conversions of simulated time, which is a duration since the start of the run and negative before it. */
final class SimulatedTime {
    private static final double NANOS = 1e9;
    private static final double SECONDS_PER_DAY = 86_400;

    private SimulatedTime() {}

    static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }

    static Duration ofSeconds(double seconds) {
        return Duration.ofNanos((long) (seconds * NANOS));
    }

    /** A sine of one day's period and the given amplitude around 1; the run starts on its rising edge. */
    static double diurnal(Duration at, double amplitude) {
        return 1 + amplitude * StrictMath.sin(2 * StrictMath.PI * seconds(at) / SECONDS_PER_DAY);
    }
}
