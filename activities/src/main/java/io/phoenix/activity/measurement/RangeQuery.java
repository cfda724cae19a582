package io.phoenix.activity.measurement;

import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * An expression over a grid.
 *
 * @param first first grid point
 * @param last last grid point, a whole multiple of {@code step} after the first
 */
public record RangeQuery(String promql, Instant first, Instant last, Duration step) {
    public RangeQuery {
        Objects.requireNonNull(promql, "promql");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        Objects.requireNonNull(step, "step");
    }

    /** The grid of a window. */
    public static RangeQuery over(Window window, String promql) {
        return new RangeQuery(promql, window.start().plus(window.step()), window.end(), window.step());
    }

    /** How many grid points there are. */
    public int points() {
        return Math.toIntExact(Duration.between(first, last).dividedBy(step)) + 1;
    }
}
