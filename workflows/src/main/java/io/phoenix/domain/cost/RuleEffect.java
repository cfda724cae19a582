package io.phoenix.domain.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate does to one thing that is billed somewhere.
 *
 * @param billedHere whether the vendor of the estimate bills it
 * @param change of the candidate against the baseline, -0.6 is 60 % less; null when the baseline has none
 */
public record RuleEffect(
        Dimension dimension,
        boolean billedHere,
        Direction direction,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changeLow,
        @Nullable BigDecimal changeHigh) {

    /** Which way, at both ends of the interval. */
    public enum Direction {
        HELPS,
        HURTS,
        UNCHANGED,
        UNDECIDED,
        NOT_MEASURED
    }
}
