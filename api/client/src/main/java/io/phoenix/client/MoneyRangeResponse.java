package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * An amount that is not known exactly.
 *
 * @param low null when the range is unknown
 * @param high null when the range is unknown
 */
public record MoneyRangeResponse(
        MoneyResponse expected,
        @Nullable MoneyResponse low,
        @Nullable MoneyResponse high) {}
