package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.planning.Pilot;
import io.phoenix.activity.analysis.planning.Planner;
import io.phoenix.activity.analysis.planning.RunPlan;
import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much longer an undecided run would have to be, if what it saw so far is true, and what a run of this length can show.
 * Nothing where hosts are the replicates: time adds none.
 *
 * @param limit of the ratio, or of the difference
 */
record NeededTime(int pairs, MemoryGate gate, double limit, Target target) {
    private static final double A_YEAR = Duration.ofDays(365).toSeconds();

    Map<String, Double> of(Inference inference, boolean undecided) {
        Map<String, Double> numbers = new TreeMap<>();
        if (inference.rule() == Rule.HOSTS) {
            return numbers;
        }
        if (inference.estimate() instanceof Estimate.LogScale ratio) {
            numbers.put("detectableRatio", planner(error(ratio)).detectableRatio(pairs, limit, target));
        }
        double more = undecided ? moreSeconds(inference) : 0;
        if (more > 0 && more < A_YEAR) {
            numbers.put("moreSeconds", more);
        }
        return numbers;
    }

    /** 0 or less when time is not what lacks. */
    private double moreSeconds(Inference inference) {
        double seconds = seconds(gate.duration());
        return switch (inference.obstacle()) {
            case TOO_SHORT -> seconds / Math.max(1, pairs) * (Blocks.FEWEST_PAIRS - pairs);
            case SHORT_FOR_MEMORY -> seconds(gate.missing());
            case FEW_LEVELS -> seconds * (Segments.FEWEST_LEVELS - levels(inference)) / levels(inference);
            case null, default ->
                plan(inference).map(plan -> seconds(plan.duration()) - seconds).orElse(0.0);
        };
    }

    /** Also of more than the 292 years that fit into nanoseconds. */
    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.getNano() / 1e9;
    }

    private static int levels(Inference inference) {
        return Objects.requireNonNull(inference.segments(), "segments of few levels")
                .levels();
    }

    private Optional<RunPlan> plan(Inference inference) {
        return switch (Objects.requireNonNull(inference.estimate(), "estimate without an obstacle")) {
            case Estimate.LogScale ratio -> planner(error(ratio)).forRatio(ratio.value(), limit, target);
            case Estimate.Linear difference ->
                planner(new Pilot(pairs, difference.standardError(), difference.degreesOfFreedom()))
                        .forDistance(difference.value() - limit, target);
            case Estimate.Known known -> Optional.empty();
        };
    }

    private Pilot error(Estimate.LogScale ratio) {
        return new Pilot(pairs, ratio.standardError() / ratio.value(), ratio.degreesOfFreedom());
    }

    private Planner planner(Pilot pilot) {
        long step = gate.duration().toNanos() / Math.max(1, pairs);
        return new Planner(pilot, Duration.ofNanos(Math.max(1, step)), gate.memory());
    }
}
