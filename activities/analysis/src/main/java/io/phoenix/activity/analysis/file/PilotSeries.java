package io.phoenix.activity.analysis.file;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Series to plan a run by. Those that were sampled more seldom than the run will be keep their own interval: on the run's
 * finer grid the same pairs would stand for less time than they took.
 *
 * @param step of the grid
 * @param interval between two samples; that of the grid when they differ by less than a tenth, or nobody can tell
 */
public record PilotSeries(SeriesGrid grid, Duration step, Duration interval) {
    private static final int FEWEST_SAMPLES = 48;
    private static final double TOLERANCE = 1.1;
    private static final long MILLISECOND = 1_000_000;

    static Validation<PilotSeries> of(Map<SampleTable.Key, Samples> series, Duration step, Criteria criteria) {
        Duration interval = interval(series, metrics(criteria), step);
        Duration taken = interval.compareTo(step) > 0 ? interval : step;
        return switch (SeriesGrid.of(series, taken)) {
            case Validation.Valid<SeriesGrid>(SeriesGrid grid) ->
                new Validation.Valid<>(new PilotSeries(grid, taken, interval));
            case Validation.Invalid<SeriesGrid>(List<Violation> violations) -> new Validation.Invalid<>(violations);
        };
    }

    private static Set<String> metrics(Criteria criteria) {
        return Stream.concat(
                        criteria.goals().stream().map(Goal::metric),
                        criteria.guardrails().stream().map(Guardrail::metric))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the metric that was sampled most seldom; one with too few samples for an error bar has no say. */
    private static Duration interval(Map<SampleTable.Key, Samples> series, Set<String> metrics, Duration step) {
        OptionalLong longest = series.entrySet().stream()
                .filter(entry -> asked(entry.getKey().metric(), metrics))
                .filter(entry -> entry.getValue().size() >= FEWEST_SAMPLES)
                .mapToLong(entry -> median(entry.getValue()))
                .max();
        double times = (double) longest.orElse(step.toNanos()) / step.toNanos();
        return times < TOLERANCE && times > 1 / TOLERANCE
                ? step
                : Duration.ofMillis(Math.max(1, Math.round((double) longest.orElseThrow() / MILLISECOND)));
    }

    private static boolean asked(Metric metric, Set<String> metrics) {
        return metrics.contains(metric.metricName());
    }

    private static long median(Samples samples) {
        long[] distances = new long[samples.size() - 1];
        Arrays.setAll(distances, i -> samples.time(i + 1) - samples.time(i));
        Arrays.sort(distances);
        return distances[distances.length / 2];
    }
}
