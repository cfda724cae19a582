package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * Hands out process ids as Linux does: ascending, round to {@value #FIRST_AFTER_WRAP} at the end of the range, never one
 * in use, so ids are reused. Short commands that no scrape ever sees use up ids between two births. Not thread-safe.
 */
final class PidAllocator {
    static final int FIRST_AFTER_WRAP = 300;

    private final int largest;
    private final double unseenBirthsPerSecond;
    private final RandomStream random;
    private Duration lastBirth;
    private int last;

    PidAllocator(int largest, double unseenBirthsPerSecond, Duration boot, RandomStream random) {
        this.largest = largest;
        this.unseenBirthsPerSecond = unseenBirthsPerSecond;
        this.random = random;
        this.lastBirth = boot;
    }

    int next(Duration birth, IntPredicate inUse) {
        double elapsed = SimulatedTime.seconds(birth.minus(lastBirth));
        long unseen = (long) (unseenBirthsPerSecond * elapsed * (0.5 + random.nextDouble()));
        lastBirth = birth;
        last = wrap(last + 1 + unseen);
        while (inUse.test(last)) {
            last = wrap(last + 1L);
        }
        return last;
    }

    private int wrap(long pid) {
        if (pid <= largest) {
            return (int) pid;
        }
        return (int) (FIRST_AFTER_WRAP + (pid - FIRST_AFTER_WRAP) % (largest - FIRST_AFTER_WRAP + 1));
    }
}
