package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a vendor counts, over its own billing window. Never falling when the volume grows, and 0 for an empty one. */
public sealed interface Quantity {
    /** Hours of the month that every price is given for. */
    BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    BigDecimal MINUTES_PER_MONTH = HOURS_PER_MONTH.multiply(BigDecimal.valueOf(60));

    BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    Metered of(Volume volume, Reading reading);

    /** What one of them is called, in the plural. */
    String unit();

    /** What can be measured of it. */
    Dimension dimension();

    /**
     * Distinct time series within the window: those that live, and those that appear while it lasts.
     *
     * @param window one hour where a series counts in every hour in which it sent a sample
     */
    record Series(Duration window, Statistic statistic) implements Quantity {
        public Series {
            Objects.requireNonNull(statistic, "statistic");
            if (window.isNegative()) {
                throw new IllegalArgumentException("window is " + window + ", it is at least 0");
            }
        }

        @Override
        public Metered of(Volume volume, Reading reading) {
            BigDecimal live = volume.series().live().of(statistic);
            BigDecimal added = volume.series().addedPerHour().of(statistic);
            BigDecimal seconds = BigDecimal.valueOf(window.toSeconds());
            BigDecimal within = added.multiply(seconds).divide(SECONDS_PER_HOUR, MathContext.DECIMAL128);
            Map<String, BigDecimal> inputs = new LinkedHashMap<>();
            inputs.put("liveSeries", live);
            inputs.put("seriesAddedPerHour", added);
            inputs.put("windowSeconds", seconds);
            return Metered.of(this, live.add(within), "liveSeries + seriesAddedPerHour * windowSeconds / 3600", inputs);
        }

        @Override
        public String unit() {
            return "series";
        }

        @Override
        public Dimension dimension() {
            return window.isZero() ? Dimension.LIVE_SERIES : Dimension.SERIES_OVER_TIME;
        }
    }

    /**
     * The rate of samples, in multiples of {@code perMinute}.
     *
     * @param perMinute above 0
     */
    record SampleRate(BigDecimal perMinute, Statistic statistic) implements Quantity {
        public SampleRate {
            Objects.requireNonNull(statistic, "statistic");
            if (perMinute.signum() <= 0) {
                throw new IllegalArgumentException("perMinute is " + perMinute + ", it is above 0");
            }
        }

        @Override
        public Metered of(Volume volume, Reading reading) {
            BigDecimal samples = volume.samples().perMinute().of(statistic);
            Map<String, BigDecimal> inputs = new LinkedHashMap<>();
            inputs.put("samplesPerMinute", samples);
            inputs.put("samplesPerMinuteOfOne", perMinute);
            return Metered.of(
                    this,
                    samples.divide(perMinute, MathContext.DECIMAL128),
                    "samplesPerMinute / samplesPerMinuteOfOne",
                    inputs);
        }

        @Override
        public String unit() {
            return perMinute.compareTo(BigDecimal.ONE) == 0
                    ? "samples per minute"
                    : "times " + perMinute.stripTrailingZeros().toPlainString() + " samples per minute";
        }

        @Override
        public Dimension dimension() {
            return Dimension.SAMPLES;
        }
    }

    /** Samples sent in the month. */
    record Samples() implements Quantity {
        @Override
        public Metered of(Volume volume, Reading reading) {
            return perMonth(volume.samples().perMinute().mean(), "samplesPerMinute", this);
        }

        @Override
        public String unit() {
            return "samples";
        }

        @Override
        public Dimension dimension() {
            return Dimension.SAMPLES;
        }
    }

    /** Bytes of the month's samples as the vendor stores them. */
    record Bytes(BytesPerSample perSample, Sizing sizing) implements Quantity {
        public Bytes {
            Objects.requireNonNull(perSample, "perSample");
            Objects.requireNonNull(sizing, "sizing");
        }

        @Override
        public Metered of(Volume volume, Reading reading) {
            BigDecimal samples = switch (sizing) {
                case FIXED -> volume.samples().perMinute().mean();
                case AS_SENT -> volume.samples().weightedPerMinute();
            };
            BigDecimal bytes = perSample.read(reading);
            Map<String, BigDecimal> inputs = new LinkedHashMap<>();
            inputs.put(sizing.input(), samples);
            inputs.put("minutesPerMonth", MINUTES_PER_MONTH);
            inputs.put("bytesPerSample", bytes);
            return Metered.of(
                    this,
                    samples.multiply(MINUTES_PER_MONTH).multiply(bytes),
                    sizing.input() + " * minutesPerMonth * bytesPerSample",
                    inputs);
        }

        @Override
        public String unit() {
            return "bytes";
        }

        @Override
        public Dimension dimension() {
            return sizing == Sizing.FIXED ? Dimension.SAMPLES : Dimension.BYTES;
        }
    }

    /** Samples that queries read in the month. */
    record QueriedSamples() implements Quantity {
        @Override
        public Metered of(Volume volume, Reading reading) {
            BigDecimal queried = volume.samples().queriedPerMonth();
            return Metered.of(this, queried, "queriedSamples", Map.of("queriedSamples", queried));
        }

        @Override
        public String unit() {
            return "queried samples";
        }

        @Override
        public Dimension dimension() {
            return Dimension.QUERIES;
        }
    }

    /** Time of processor cores that the collectors use in the month. */
    record CoreHours() implements Quantity {
        @Override
        public Metered of(Volume volume, Reading reading) {
            return hours(volume.collectors().cores(), "cores", this);
        }

        @Override
        public String unit() {
            return "core hours";
        }

        @Override
        public Dimension dimension() {
            return Dimension.COLLECTOR_CPU;
        }
    }

    /** Memory that the collectors hold, times the hours of the month. */
    record GibibyteHours() implements Quantity {
        @Override
        public Metered of(Volume volume, Reading reading) {
            return hours(volume.collectors().gibibytes(), "gibibytes", this);
        }

        @Override
        public String unit() {
            return "GiB hours";
        }

        @Override
        public Dimension dimension() {
            return Dimension.COLLECTOR_MEMORY;
        }
    }

    private static Metered perMonth(BigDecimal perMinute, String name, Quantity quantity) {
        Map<String, BigDecimal> inputs = new LinkedHashMap<>();
        inputs.put(name, perMinute);
        inputs.put("minutesPerMonth", MINUTES_PER_MONTH);
        return Metered.of(quantity, perMinute.multiply(MINUTES_PER_MONTH), name + " * minutesPerMonth", inputs);
    }

    private static Metered hours(BigDecimal level, String name, Quantity quantity) {
        Map<String, BigDecimal> inputs = new LinkedHashMap<>();
        inputs.put(name, level);
        inputs.put("hoursPerMonth", HOURS_PER_MONTH);
        return Metered.of(quantity, level.multiply(HOURS_PER_MONTH), name + " * hoursPerMonth", inputs);
    }
}
