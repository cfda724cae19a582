package io.phoenix.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the bill of a target at a vendor is heading.
 *
 * @param perMonth slope of the trend; null with fewer than three runs at different times
 * @param expected bill of a month at {@code at}; null with fewer than three runs at different times
 */
public record ProjectionResponse(
        String target,
        String book,
        List<Point> history,
        Instant at,
        @Nullable MoneyRangeResponse perMonth,
        @Nullable MoneyRangeResponse expected,
        String formula,
        String sentence) {

    /**
     * A month's bill as it was measured.
     *
     * @param priceVersion by which it was priced then
     */
    public record Point(
            Instant at, MoneyResponse month, @Nullable String priceVersion) {}
}
