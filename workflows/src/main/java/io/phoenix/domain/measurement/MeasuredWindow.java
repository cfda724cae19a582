package io.phoenix.domain.measurement;

import java.util.Arrays;
import java.util.Objects;

/**
 * One metric of one variant over one window.
 *
 * @param variant {@code baseline}, a candidate's name, or {@code source}
 * @param values one per grid point, in order; NaN where there is no sample
 * @param infinite how many samples were infinite and dropped
 */
public record MeasuredWindow(
        Window window, Metric metric, String variant, Quality quality, double[] values, int infinite) {
    public MeasuredWindow {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(quality, "quality");
        values = values.clone();
        if (values.length != window.points()) {
            throw new IllegalArgumentException(
                    "values has " + values.length + " entries, the window has " + window.points() + " grid points");
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasuredWindow that
                && window.equals(that.window)
                && metric == that.metric
                && variant.equals(that.variant)
                && quality == that.quality
                && infinite == that.infinite
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(window, metric, variant, quality, infinite, Arrays.hashCode(values));
    }
}
