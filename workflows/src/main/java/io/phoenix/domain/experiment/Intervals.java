package io.phoenix.domain.experiment;

import io.phoenix.domain.shape.Part;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the input interval asks of the other times, and what they are when a spec leaves them out. */
final class Intervals {
    private static final Duration USUAL_WARM_UP = Duration.ofSeconds(30);
    private static final Duration USUAL_DURATION = Duration.ofMinutes(10);

    private Intervals() {}

    /** The interval of whichever input is given; null when there is none that is valid. */
    static @Nullable Duration interval(Part root) {
        Part input = root.partOrEmpty("input");
        Duration simulated = input.partOrEmpty("simulation").span("interval");
        return simulated != null ? simulated : input.partOrEmpty("host").span("interval");
    }

    static Duration minimumStep(Duration interval) {
        return interval.multipliedBy(2);
    }

    /** Long enough for the series of processes that died before to leave the exporters, too. */
    static Duration minimumWarmUp(Duration interval) {
        return interval.multipliedBy(3);
    }

    static Duration usualWarmUp(Duration interval) {
        return longer(minimumWarmUp(interval), USUAL_WARM_UP);
    }

    static Duration usualDuration(Duration step, @Nullable Duration memory) {
        Duration usual = longer(USUAL_DURATION, step.multipliedBy(SpecShape.STEPS));
        return memory == null ? usual : longer(usual, memory.multipliedBy(SpecShape.MEMORIES));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
