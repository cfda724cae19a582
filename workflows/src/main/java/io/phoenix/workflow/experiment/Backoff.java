package io.phoenix.workflow.experiment;

import java.time.Duration;

/** Pauses between rounds of something that must succeed: from one minute, doubling, to one hour. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final TimeScale scale;
    private Duration next = FIRST;

    Backoff(TimeScale scale) {
        this.scale = scale;
    }

    void pause(String summary) {
        Waits.until(Waits.now().plus(scale.wait(next)), summary);
        next = TimeScale.shorter(next.multipliedBy(2), LONGEST);
    }

    void reset() {
        next = FIRST;
    }
}
