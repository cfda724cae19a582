package io.phoenix.simulator.process;

import java.time.Duration;

/** One life of a process in simulated time, from birth (inclusive) to death (exclusive). */
record Spell(Duration birth, Duration death) {
    static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    Spell {
        if (birth.compareTo(death) > 0) {
            throw new IllegalArgumentException("death " + death + " before birth " + birth);
        }
    }
}
