package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.Level;
import io.phoenix.domain.cost.PriceModel;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate sends: the baseline's levels times the measured ratios. A metric that was not measured of it is taken as
 * unchanged, so that nothing is saved by it; its bytes follow its samples.
 *
 * @param changes the candidate against the baseline by metric, as a ratio; of a churn that the baseline has none of, the
 *     candidate's own, in series per second
 * @param levels of the intervals, in the same metrics; at a look that of a goal is wider than the others
 */
record CandidateVolumes(Volume baseline, Map<Metric, Ends> changes, Map<Metric, Double> levels) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final List<Metric> PRICED = List.of(
            Metric.ACTIVE_SERIES,
            Metric.SERIES_CHURN,
            Metric.SAMPLES_PER_SECOND,
            Metric.BYTES_PER_SECOND,
            Metric.COLLECTOR_CPU,
            Metric.COLLECTOR_MEMORY);

    CandidateVolumes {
        changes = Map.copyOf(changes);
        levels = Map.copyOf(levels);
    }

    /** Empty unless the ratios of series and samples are known. */
    static Optional<CandidateVolumes> of(CandidateResult candidate, Volume baseline) {
        Map<Metric, Ends> changes = new EnumMap<>(Metric.class);
        Map<Metric, Double> levels = new EnumMap<>(Metric.class);
        for (Metric metric : PRICED) {
            MetricResult result = result(candidate, metric);
            Ends change = result == null ? null : change(metric, result, baseline);
            if (result != null && change != null) {
                changes.put(metric, change);
                levels.put(metric, result.confidenceLevel());
            }
        }
        return changes.containsKey(Metric.ACTIVE_SERIES) && changes.containsKey(Metric.SAMPLES_PER_SECOND)
                ? Optional.of(new CandidateVolumes(baseline, changes, levels))
                : Optional.empty();
    }

    private static @Nullable MetricResult result(CandidateResult candidate, Metric metric) {
        return candidate.metrics().stream()
                .filter(result -> result.name().equals(metric.metricName()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Ends change(Metric metric, MetricResult result, Volume baseline) {
        boolean fromNothing = metric == Metric.SERIES_CHURN
                && baseline.series().addedPerHour().mean().signum() == 0;
        return (fromNothing ? Ends.difference(result) : Ends.ratio(result)).orElse(null);
    }

    /** The volume on this side of every interval at once, which is further out than each by itself. */
    Volume at(Ends.Side side) {
        BigDecimal series = change(Metric.ACTIVE_SERIES).at(side);
        BigDecimal samples = change(Metric.SAMPLES_PER_SECOND).at(side);
        return new Volume(
                new Volume.Series(level(baseline.series().live(), series), added().at(side)),
                new Volume.Samples(
                        level(baseline.samples().perMinute(), samples),
                        bytes().times(baseline.samples().weightedPerMinute()).at(side),
                        baseline.samples().queriedPerMonth()),
                new Volume.Collectors(
                        change(Metric.COLLECTOR_CPU)
                                .times(baseline.collectors().cores())
                                .at(side),
                        change(Metric.COLLECTOR_MEMORY)
                                .times(baseline.collectors().gibibytes())
                                .at(side)),
                baseline.hosts());
    }

    private static Level level(Level baseline, BigDecimal ratio) {
        Level exact = baseline.times(ratio);
        return new Level(
                exact.mean().round(MathContext.DECIMAL64), exact.percentile95().round(MathContext.DECIMAL64));
    }

    private Ends added() {
        BigDecimal before = baseline.series().addedPerHour().mean();
        return change(Metric.SERIES_CHURN).times(before.signum() == 0 ? scale() : before);
    }

    /** Of a churn that appears with the candidate; 0 where it was not measured. */
    private BigDecimal scale() {
        return changes.containsKey(Metric.SERIES_CHURN) ? SECONDS_PER_HOUR : BigDecimal.ZERO;
    }

    private Ends bytes() {
        return changes.getOrDefault(Metric.BYTES_PER_SECOND, change(Metric.SAMPLES_PER_SECOND));
    }

    private Ends change(Metric metric) {
        return changes.getOrDefault(metric, Ends.UNCHANGED);
    }

    boolean measured(Metric metric) {
        return changes.containsKey(metric);
    }

    /** Whether everything that this model counts has an interval. */
    boolean bounded(PriceModel model) {
        return dimensions(model).stream()
                .flatMap(dimension -> metrics(dimension).stream())
                .allMatch(this::bounded);
    }

    /** Whether the change of this metric has an interval. */
    boolean bounded(Metric metric) {
        return change(standIn(metric)).bounded();
    }

    /** The levels of the intervals that these models count, by metric. */
    SortedMap<Metric, Double> levels(Stream<PriceModel> models) {
        SortedMap<Metric, Double> counted = new TreeMap<>(levels);
        counted.keySet()
                .retainAll(models.flatMap(model -> dimensions(model).stream())
                        .flatMap(dimension -> metrics(dimension).stream())
                        .map(this::standIn)
                        .collect(Collectors.toSet()));
        return counted;
    }

    private Metric standIn(Metric metric) {
        return metric == Metric.BYTES_PER_SECOND && !measured(metric) ? Metric.SAMPLES_PER_SECOND : metric;
    }

    static Set<Dimension> dimensions(PriceModel model) {
        return model.charges().stream()
                .flatMap(charge -> charge.quantities().stream())
                .map(Quantity::dimension)
                .collect(Collectors.toSet());
    }

    /** What has to be measured for a dimension. */
    static List<Metric> metrics(Dimension dimension) {
        return switch (dimension) {
            case LIVE_SERIES -> List.of(Metric.ACTIVE_SERIES);
            case SERIES_OVER_TIME -> List.of(Metric.ACTIVE_SERIES, Metric.SERIES_CHURN);
            case SAMPLES -> List.of(Metric.SAMPLES_PER_SECOND);
            case BYTES -> List.of(Metric.BYTES_PER_SECOND);
            case QUERIES -> List.of();
            case COLLECTOR_CPU -> List.of(Metric.COLLECTOR_CPU);
            case COLLECTOR_MEMORY -> List.of(Metric.COLLECTOR_MEMORY);
        };
    }
}
