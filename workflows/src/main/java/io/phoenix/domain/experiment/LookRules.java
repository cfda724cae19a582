package io.phoenix.domain.experiment;

import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.shape.Part;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Whether so many looks fit into the measurement; says nothing where the times themselves are wrong. */
final class LookRules {
    private final Part root;

    LookRules(Part root) {
        this.root = root;
    }

    List<Violation> violations() {
        Part criteria = root.partOrEmpty("criteria");
        Long looks = criteria.whole("looks");
        if (looks == null || looks == 1 || timesAreWrong()) {
            return List.of();
        }
        Timing timing = SpecAssembly.timing(root);
        Horizon planned = Horizon.of(timing, looks.intValue());
        if (fits(planned)) {
            return List.of();
        }
        int most = IntStream.iterate(planned.looks() - 1, fewer -> fewer > 1, fewer -> fewer - 1)
                .filter(fewer -> fits(Horizon.of(timing, fewer)))
                .findFirst()
                .orElse(1);
        return List.of(new Violation(
                criteria.at("looks").text(),
                "too_many_looks",
                looks + " looks are too many: " + why(planned) + "; write at most " + most
                        + " or a timing.maximumDuration longer than " + text(timing.maximumDuration())));
    }

    private boolean timesAreWrong() {
        return Intervals.interval(root) == null
                || !new TimingRules(root).violations().isEmpty();
    }

    private static boolean fits(Horizon planned) {
        return planned.looks() <= planned.windows(planned.points()) && planned.pointsBefore(1) >= Horizon.FEWEST_PAIRS;
    }

    private static String why(Horizon planned) {
        int windows = planned.windows(planned.points());
        return planned.looks() > windows
                ? "the measurement has " + windows + " windows and a look follows a window"
                : "the first would see " + planned.pointsBefore(1) + " steps, and fewer than " + Horizon.FEWEST_PAIRS
                        + " prove nothing";
    }

    private static String text(Duration duration) {
        return DurationText.format(duration);
    }
}
