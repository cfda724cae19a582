package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Level;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the baseline sent while it was measured.
 *
 * @param volume levels over the grid points: their mean, and their 95th percentile by nearest rank, which is the smallest
 *     value that was seen and that at least 95 % of the values do not exceed
 * @param measured the grid points with a value, each one step long
 * @param known what was measured; the volume holds 0 for everything else
 */
record MeasuredBaseline(Volume volume, Duration measured, Set<Metric> known) {
    private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal GIBIBYTE = BigDecimal.valueOf(1L << 30);

    MeasuredBaseline {
        known = Set.copyOf(known);
    }

    /** Empty unless both the series and the samples of the baseline were measured. */
    static Optional<MeasuredBaseline> of(List<MeasuredWindow> measured, int hosts) {
        Optional<Level> series = level(measured, Metric.ACTIVE_SERIES);
        Optional<Level> samples = level(measured, Metric.SAMPLES_PER_SECOND);
        if (series.isEmpty() || samples.isEmpty()) {
            return Optional.empty();
        }
        Level perMinute = rounded(samples.get().times(SECONDS_PER_MINUTE));
        BigDecimal added = mean(measured, Metric.SERIES_CHURN).multiply(SECONDS_PER_HOUR, MathContext.DECIMAL64);
        Volume volume = new Volume(
                new Volume.Series(series.get(), added),
                new Volume.Samples(perMinute, perMinute.mean(), BigDecimal.ZERO),
                new Volume.Collectors(
                        mean(measured, Metric.COLLECTOR_CPU),
                        mean(measured, Metric.COLLECTOR_MEMORY).divide(GIBIBYTE, MathContext.DECIMAL64)),
                BigDecimal.valueOf(hosts));
        return Optional.of(new MeasuredBaseline(volume, duration(measured), known(measured)));
    }

    private static Set<Metric> known(List<MeasuredWindow> measured) {
        Set<Metric> known = EnumSet.noneOf(Metric.class);
        for (Metric metric : Metric.values()) {
            if (values(measured, metric).length > 0) {
                known.add(metric);
            }
        }
        return known;
    }

    private static Optional<Level> level(List<MeasuredWindow> measured, Metric metric) {
        double[] sorted = values(measured, metric);
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Level(mean(sorted), BigDecimal.valueOf(sorted[rank(sorted.length) - 1])));
    }

    private static BigDecimal mean(List<MeasuredWindow> measured, Metric metric) {
        double[] values = values(measured, metric);
        return values.length == 0 ? BigDecimal.ZERO : mean(values);
    }

    private static BigDecimal mean(double[] values) {
        BigDecimal sum = Arrays.stream(values).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL64);
    }

    private static double[] values(List<MeasuredWindow> measured, Metric metric) {
        return measured.stream()
                .filter(window -> window.metric() == metric && window.variant().equals(Variants.BASELINE))
                .flatMapToDouble(window -> Arrays.stream(window.values()))
                .filter(MeasuredBaseline::isVolume)
                .sorted()
                .toArray();
    }

    /** To the 16 digits that a candidate's level has, so that a ratio of 1 changes nothing. */
    private static Level rounded(Level level) {
        return new Level(
                level.mean().round(MathContext.DECIMAL64), level.percentile95().round(MathContext.DECIMAL64));
    }

    private static boolean isVolume(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    private static int rank(int size) {
        return (95 * size + 99) / 100;
    }

    private static Duration duration(List<MeasuredWindow> measured) {
        return measured.stream()
                .filter(window -> window.metric() == Metric.ACTIVE_SERIES
                        && window.variant().equals(Variants.BASELINE))
                .map(window -> window.window()
                        .step()
                        .multipliedBy(Arrays.stream(window.values())
                                .filter(MeasuredBaseline::isVolume)
                                .count()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
