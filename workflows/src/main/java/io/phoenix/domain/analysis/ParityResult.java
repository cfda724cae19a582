package io.phoenix.domain.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether both variants received the same input.
 *
 * @param outcome {@code pass}, {@code fail}, {@code inconclusive} (too few steps) or {@code invalid}
 * @param reasons codes of {@link ReasonCode}
 * @param ratio accepted points, candidate to baseline, with its 90 % interval; null without data
 */
public record ParityResult(
        String outcome,
        List<String> reasons,
        @Nullable Double ratio,
        @Nullable Double ratioLower,
        @Nullable Double ratioUpper) {
    public ParityResult {
        reasons = List.copyOf(reasons);
    }
}
