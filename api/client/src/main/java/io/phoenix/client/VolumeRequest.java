package io.phoenix.client;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Levels that hold all month; what is left out is 0.
 *
 * @param activeSeries not left out where a price book asked for bills series
 * @param samplesPerMinute over all series; not left out where a price book asked for bills samples or their bytes
 * @param seriesAddedPerHour series that appear, and disappear again
 * @param queriedSamplesPerMonth samples that queries read
 * @param hosts for what is included per host
 * @param cores that the collectors use
 * @param gibibytes of memory that the collectors use
 */
public record VolumeRequest(
        @Nullable BigDecimal activeSeries,
        @Nullable BigDecimal samplesPerMinute,
        @Nullable BigDecimal seriesAddedPerHour,
        @Nullable BigDecimal queriedSamplesPerMonth,
        @Nullable BigDecimal hosts,
        @Nullable BigDecimal cores,
        @Nullable BigDecimal gibibytes) {}
