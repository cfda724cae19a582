package io.phoenix.domain.experiment;

import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.shape.Part;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules between times; a rule about a time that is missing or wrong says nothing. */
final class TimingRules {
    private final Part timing;
    private final @Nullable Duration interval;
    private final List<Violation> violations = new ArrayList<>();

    TimingRules(Part root) {
        this.timing = root.partOrEmpty("timing");
        this.interval = Intervals.interval(root);
    }

    List<Violation> violations() {
        violations.clear();
        Duration duration = timing.span("duration");
        if (interval != null) {
            atLeast("step", Intervals.minimumStep(interval), "twice the input interval of " + text(interval));
            atLeast("warmUp", Intervals.minimumWarmUp(interval), "three times the input interval of " + text(interval));
        }
        Duration step = step();
        if (step != null) {
            atLeast(
                    "duration",
                    step.multipliedBy(SpecShape.STEPS),
                    SpecShape.STEPS + " steps of " + text(step) + ", fewer prove nothing");
        }
        Duration memory = timing.span("memory");
        if (memory != null) {
            atLeast(
                    "duration",
                    memory.multipliedBy(SpecShape.MEMORIES),
                    SpecShape.MEMORIES + " times the memory of " + text(memory));
        }
        if (duration != null) {
            atLeast("maximumDuration", duration, "the duration");
        }
        return List.copyOf(violations);
    }

    private @Nullable Duration step() {
        Duration step = timing.span("step");
        return step == null && interval != null ? Intervals.minimumStep(interval) : step;
    }

    private void atLeast(String name, Duration minimum, String reason) {
        Duration given = timing.span(name);
        if (given != null && given.compareTo(minimum) < 0) {
            violations.add(new Violation(
                    timing.at(name).text(),
                    "minimum",
                    text(given) + " is too short, " + text(minimum) + " is needed: " + reason));
        }
    }

    private static String text(Duration duration) {
        return DurationText.format(duration);
    }
}
