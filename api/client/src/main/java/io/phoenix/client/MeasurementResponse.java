package io.phoenix.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one variant over one window.
 *
 * @param unit in UCUM
 * @param segment windows of one segment are contiguous; a pause starts the next
 * @param step distance of the grid points, for example {@code 2s}
 * @param quality MISSING, DOWN, INCOMPLETE or COMPLETE
 * @param values one per grid point start + step, ..., end; null where there is no sample
 */
public record MeasurementResponse(
        String metric,
        String unit,
        String variant,
        int window,
        int segment,
        Instant start,
        Instant end,
        String step,
        String quality,
        List<@Nullable Double> values) {}
