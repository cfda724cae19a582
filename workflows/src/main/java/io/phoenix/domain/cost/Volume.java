package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a vendor can bill of one variant's metrics, as a level that holds all month.
 *
 * @param activeSeries time series that receive samples
 * @param samplesPerMinute over all series
 */
public record Volume(BigDecimal activeSeries, BigDecimal samplesPerMinute) {
    public Volume {
        atLeastZero(activeSeries, "activeSeries");
        atLeastZero(samplesPerMinute, "samplesPerMinute");
    }

    public static Volume of(double activeSeries, double samplesPerMinute) {
        return new Volume(BigDecimal.valueOf(activeSeries), BigDecimal.valueOf(samplesPerMinute));
    }

    /** The volume of a variant that has these shares of the series and of the samples. */
    public Volume times(double ofSeries, double ofSamples) {
        return new Volume(
                activeSeries.multiply(BigDecimal.valueOf(ofSeries)),
                samplesPerMinute.multiply(BigDecimal.valueOf(ofSamples)));
    }

    private static void atLeastZero(BigDecimal value, String name) {
        Objects.requireNonNull(value, name);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", a volume is at least 0");
        }
    }
}
