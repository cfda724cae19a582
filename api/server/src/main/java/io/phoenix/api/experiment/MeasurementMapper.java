package io.phoenix.api.experiment;

import io.phoenix.client.MeasurementResponse;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.shape.DurationText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measured windows as the interface shows them; JSON has no NaN, so a missing sample is null. */
final class MeasurementMapper {
    private MeasurementMapper() {}

    static MeasurementResponse of(MeasuredWindow measured) {
        Window window = measured.window();
        return new MeasurementResponse(
                measured.metric().metricName(),
                measured.metric().unit(),
                measured.variant(),
                window.index(),
                window.segment(),
                window.start(),
                window.end(),
                DurationText.format(window.step()),
                measured.quality().name(),
                values(measured.values()));
    }

    private static List<@Nullable Double> values(double[] samples) {
        List<@Nullable Double> values = new ArrayList<>(samples.length);
        for (double sample : samples) {
            values.add(Double.isFinite(sample) ? (Double) sample : null);
        }
        return values;
    }
}
