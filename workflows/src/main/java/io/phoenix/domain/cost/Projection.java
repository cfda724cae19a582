package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the bill of one target at one vendor is heading, from what was measured of its baselines.
 *
 * @param history measured bills, the earliest first
 * @param perMonth slope of the trend with its confidence interval; null when the history is too short for one
 * @param expected bill of a month at {@code at}, with its prediction interval; null when the history is too short for one
 * @param confidence of both intervals
 * @param formula of the line and of its interval
 * @param sentence for people
 */
public record Projection(
        String target,
        String book,
        List<Point> history,
        Instant at,
        @Nullable MoneyRange perMonth,
        @Nullable MoneyRange expected,
        BigDecimal confidence,
        String formula,
        String sentence) {
    public Projection {
        history = List.copyOf(history);
    }

    /**
     * A month's bill as it was measured.
     *
     * @param priceVersion by which it was priced then
     */
    public record Point(Instant at, Money month, String priceVersion) {}
}
