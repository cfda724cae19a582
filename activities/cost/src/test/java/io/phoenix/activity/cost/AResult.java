package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What was found and measured, cut down to what is priced. */
final class AResult {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    private AResult() {}

    static AnalysisResult of(CandidateResult... candidates) {
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                candidates[0].verdict(),
                List.of(),
                "host",
                List.of(candidates),
                Map.of(),
                Map.of(),
                "sha256:0");
    }

    static CandidateResult candidate(String name, Verdict verdict, MetricResult... metrics) {
        return new CandidateResult(name, verdict, List.of(), 1, List.of(metrics));
    }

    /** A candidate whose series and samples have the same ratio and interval. */
    static CandidateResult withRatio(@Nullable Double ratio, @Nullable Double lower, @Nullable Double upper) {
        return candidate(
                "candidate",
                Verdict.PROMOTE,
                metric(Metric.ACTIVE_SERIES, ratio, lower, upper),
                metric(Metric.SAMPLES_PER_SECOND, ratio, lower, upper));
    }

    static MetricResult metric(Metric metric, @Nullable Double ratio, @Nullable Double lower, @Nullable Double upper) {
        return metric(metric, ratio, lower, upper, null, null, null);
    }

    static MetricResult metric(
            Metric metric,
            @Nullable Double ratio,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double difference,
            @Nullable Double differenceLower,
            @Nullable Double differenceUpper) {
        return metric(
                metric,
                0.95,
                new @Nullable Double[] {ratio, lower, upper},
                difference,
                differenceLower,
                differenceUpper);
    }

    /** With an interval of another level, as that of a goal at a look is. */
    static MetricResult atLevel(double level, Metric metric, double ratio, double lower, double upper) {
        return metric(metric, level, new @Nullable Double[] {ratio, lower, upper}, null, null, null);
    }

    private static MetricResult metric(
            Metric metric,
            double level,
            @Nullable Double[] ratio,
            @Nullable Double difference,
            @Nullable Double differenceLower,
            @Nullable Double differenceUpper) {
        return new MetricResult(
                metric.metricName(),
                "info",
                "info",
                List.of(),
                60,
                1,
                null,
                null,
                ratio[0],
                ratio[0] == null ? null : (Double) (1 - ratio[0]),
                level,
                ratio[1],
                ratio[2],
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                false,
                difference,
                differenceLower,
                differenceUpper,
                Map.of());
    }

    /** A baseline of a constant number of series, each sent once in an interval. */
    static List<MeasuredWindow> measured(double series, Duration interval) {
        double[] values = constant(series);
        return List.of(
                window(Metric.ACTIVE_SERIES, "baseline", values),
                window(Metric.SAMPLES_PER_SECOND, "baseline", constant(series / interval.toSeconds())));
    }

    static MeasuredWindow window(Metric metric, String variant, double... values) {
        Window window = new Window(0, 0, START, START.plus(STEP.multipliedBy(values.length)), STEP);
        return new MeasuredWindow(window, metric, variant, Quality.COMPLETE, values, 0);
    }

    private static double[] constant(double value) {
        double[] values = new double[20];
        Arrays.fill(values, value);
        return values;
    }

    /** 1, 2, ..., n in an order that is not sorted. */
    static double[] upTo(int n) {
        return DoubleStream.concat(
                        DoubleStream.iterate(n, value -> value > 0, value -> value - 2),
                        DoubleStream.iterate(n - 1, value -> value > 0, value -> value - 2))
                .toArray();
    }
}
