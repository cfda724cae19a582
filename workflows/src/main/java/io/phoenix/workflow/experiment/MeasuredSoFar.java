package io.phoenix.workflow.experiment;

import io.phoenix.domain.measurement.Window;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the measuring is.
 *
 * @param started when every variant had accepted its first points, on Prometheus' clock
 * @param next start of the next window; null before the first warm-up has a date
 * @param windows that are over, in their order
 * @param missing indexes of those whose data could not be had
 * @param extraPoints grid points that were added to those of the spec
 * @param incomplete indexes of those of which some samples had not arrived; null in what earlier versions wrote
 * @param looks share of the planned pairs that each look up to now has seen; null in what earlier versions wrote
 */
public record MeasuredSoFar(
        Instant started,
        @Nullable Instant next,
        int segment,
        List<Window> windows,
        List<Integer> missing,
        int extraPoints,
        @Nullable WindowSummary last,
        List<Integer> incomplete,
        List<Double> looks) {
    public MeasuredSoFar {
        windows = List.copyOf(windows);
        missing = List.copyOf(missing);
        incomplete = incomplete == null ? List.of() : List.copyOf(incomplete);
        looks = looks == null ? List.of() : List.copyOf(looks);
    }
}
