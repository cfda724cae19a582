package io.phoenix.domain.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Days of the net saving that pay the experiment back.
 *
 * @param formula of the days
 * @param best at the end of the range that is better for the candidate; null without a range
 * @param worst at the worse end; null without a range, or when it saves nothing there
 */
public record BreakEven(
        String formula,
        BigDecimal days,
        @Nullable BigDecimal best,
        @Nullable BigDecimal worst) {}
