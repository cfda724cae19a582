package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * Active series at the 95th percentile of the month, or the samples per minute when a series sends more of them than the
 * price includes: {@code platformFee + perThousand * max(0, billed - included) / 1000} with {@code billed = max(series,
 * samples per minute / includedSamplesPerMinute)}. The rule of Grafana Cloud.
 *
 * <p>Exact in decimal but for the division of the samples, which keeps 34 digits.
 *
 * @param included billed units that cost nothing
 * @param includedSamplesPerMinute of each series; above 0
 * @param perThousand for 1,000 billed units above the included ones, a month
 * @param platformFee a month, whatever the volume
 */
public record ActiveSeriesPrice(
        BigDecimal included, BigDecimal includedSamplesPerMinute, BigDecimal perThousand, BigDecimal platformFee)
        implements PriceModel {
    public ActiveSeriesPrice {
        atLeastZero(included, "included");
        atLeastZero(includedSamplesPerMinute, "includedSamplesPerMinute");
        atLeastZero(perThousand, "perThousand");
        atLeastZero(platformFee, "platformFee");
        if (includedSamplesPerMinute.signum() == 0) {
            throw new IllegalArgumentException("includedSamplesPerMinute is 0, a series includes some samples");
        }
    }

    @Override
    public BigDecimal perMonth(Volume volume) {
        BigDecimal above = billed(volume).subtract(included).max(BigDecimal.ZERO);
        return above.movePointLeft(3).multiply(perThousand).add(platformFee);
    }

    /** How many units are billed, the included ones among them. */
    public BigDecimal billed(Volume volume) {
        return volume.activeSeries().max(samplesAsSeries(volume));
    }

    /** Whether the samples are billed rather than the series. */
    public boolean billsSamples(Volume volume) {
        return samplesAsSeries(volume).compareTo(volume.activeSeries()) > 0;
    }

    private BigDecimal samplesAsSeries(Volume volume) {
        return volume.samplesPerMinute().divide(includedSamplesPerMinute, MathContext.DECIMAL128);
    }

    private static void atLeastZero(BigDecimal value, String name) {
        Objects.requireNonNull(value, name);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + value + ", a price is at least 0");
        }
    }
}
