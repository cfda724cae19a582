package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the baseline sent while it was measured.
 *
 * @param volume at the 95th percentile over the grid points, by nearest rank: the smallest value that was seen and that at
 *     least 95 % of the values do not exceed
 * @param measured the grid points with a value, each one step long
 */
record MeasuredBaseline(Volume volume, Duration measured) {
    private static final int SECONDS_PER_MINUTE = 60;

    /** Empty unless both the series and the samples of the baseline were measured. */
    static Optional<MeasuredBaseline> of(List<MeasuredWindow> measured) {
        OptionalDouble series = percentile95(values(measured, Metric.ACTIVE_SERIES));
        OptionalDouble samples = percentile95(values(measured, Metric.SAMPLES_PER_SECOND));
        if (series.isEmpty() || samples.isEmpty()) {
            return Optional.empty();
        }
        Volume volume = Volume.of(series.getAsDouble(), SECONDS_PER_MINUTE * samples.getAsDouble());
        return Optional.of(new MeasuredBaseline(volume, duration(measured)));
    }

    private static double[] values(List<MeasuredWindow> measured, Metric metric) {
        return measured.stream()
                .filter(window -> window.metric() == metric && window.variant().equals(Variants.BASELINE))
                .flatMapToDouble(window -> Arrays.stream(window.values()))
                .filter(MeasuredBaseline::isVolume)
                .sorted()
                .toArray();
    }

    private static boolean isVolume(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    private static OptionalDouble percentile95(double[] sorted) {
        int rank = (95 * sorted.length + 99) / 100;
        return rank == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[rank - 1]);
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
