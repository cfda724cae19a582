package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.planning.Pilot;
import io.phoenix.activity.analysis.planning.Planner;
import io.phoenix.activity.analysis.planning.RunPlan;
import io.phoenix.activity.analysis.planning.Target;
import io.phoenix.activity.analysis.statistics.Estimate;
import java.time.Duration;
import java.util.Map;
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
        if (inference.estimate() instanceof Estimate.LogScale ratio && pairs > 0) {
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
        double seconds = gate.duration().toNanos() / 1e9;
        Segments segments = inference.segments();
        return switch (inference.obstacle()) {
            case TOO_SHORT -> seconds / Math.max(1, pairs) * (Blocks.FEWEST_PAIRS - pairs);
            case SHORT_FOR_MEMORY -> gate.missing().toNanos() / 1e9;
            case FEW_LEVELS ->
                segments == null ? 0 : seconds * (Segments.FEWEST_LEVELS - segments.levels()) / segments.levels();
            case null, default ->
                plan(inference)
                        .map(plan -> plan.duration().toNanos() / 1e9 - seconds)
                        .orElse(0.0);
        };
    }

    private Optional<RunPlan> plan(Inference inference) {
        return switch (inference.estimate()) {
            case Estimate.LogScale ratio -> planner(error(ratio)).forRatio(ratio.value(), limit, target);
            case Estimate.Linear difference ->
                planner(new Pilot(pairs, difference.standardError(), difference.degreesOfFreedom()))
                        .forDistance(difference.value() - limit, target);
            case Estimate.Known known -> Optional.empty();
            case null -> Optional.empty();
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
