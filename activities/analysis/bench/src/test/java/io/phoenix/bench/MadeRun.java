package io.phoenix.bench;

import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ten metrics of two variants at one step a second, made up: a common load with memory, and noise of each side's own. */
record MadeRun(Instant start, int points, List<Series> series) {
    static final Duration STEP = Duration.ofSeconds(1);
    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final List<String> VARIANTS = List.of("baseline", "candidate");

    record Series(Metric metric, String variant, double[] values) {}

    static MadeRun of(Instant start, int points) {
        return of(start, points, 0.7);
    }

    /** @param memory autoregression of each side's own noise: 0.7 is usual, 0 draws the shortest and so the most blocks */
    static MadeRun of(Instant start, int points, double memory) {
        double[] load = Noise.autoregressive(0.97, 1, points);
        List<Series> series = new ArrayList<>();
        for (Level level : Level.values()) {
            for (String variant : VARIANTS) {
                series.add(new Series(level.metric, variant, level.values(variant, load, memory)));
            }
        }
        return new MadeRun(start, points, series);
    }

    /** How many samples there are, over all series. */
    int samples() {
        return points * series.size();
    }

    Instant time(int point) {
        return start.plus(STEP.multipliedBy(point + 1L));
    }

    /** Stretches of at most so many grid points. */
    List<Window> windows(int longest) {
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from < points; from += longest) {
            int to = Math.min(points, from + longest);
            windows.add(new Window(
                    windows.size(), 0, start.plus(STEP.multipliedBy(from)), start.plus(STEP.multipliedBy(to)), STEP));
        }
        return windows;
    }

    AnalysisInput input() {
        Window whole = windows(points).getFirst();
        return input(
                new Grid(List.of(whole)),
                series.stream()
                        .map(one -> new MeasuredWindow(
                                whole, one.metric(), one.variant(), Quality.COMPLETE, one.values(), 0))
                        .toList());
    }

    static AnalysisInput input(Grid grid, List<MeasuredWindow> measured) {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("active_series", 0.2)),
                List.of(new Guardrail("collector_cpu", 0.1, null), new Guardrail("collector_memory", 0.1, null)),
                List.of(),
                1,
                null);
        return new AnalysisInput(
                new Plan(criteria, STEP, Duration.ofMinutes(2), null, Evidence.REQUIRED),
                List.of(new Candidate("candidate", null)),
                grid,
                measured,
                List.of());
    }

    /** Levels and kinds of the metrics; the candidate needs less of what costs. */
    private enum Level {
        SERIES(Metric.ACTIVE_SERIES, 3500, 0.6, 1),
        SAMPLES(Metric.SAMPLES_PER_SECOND, 3500, 0.6, 0),
        CHURN(Metric.SERIES_CHURN, 2, 0.7, 0),
        BYTES(Metric.BYTES_PER_SECOND, 420_000, 0.6, 0),
        CPU(Metric.COLLECTOR_CPU, 0.06, 0.8, 0),
        MEMORY(Metric.COLLECTOR_MEMORY, 7e7, 0.9, 4096),
        STALENESS(Metric.STALENESS_SECONDS, 0.9, 0.9, 0),
        PROCESSES(Metric.CRITICAL_PROCESSES, 6, 1, 6),
        ACCEPTED(Metric.ACCEPTED_POINTS, 7000, 1, 1000),
        UP(Metric.UP, 1, 1, 1);

        private final Metric metric;
        private final double level;
        private final double share;
        private final double unit;

        /** @param unit of counts; 0: any number */
        Level(Metric metric, double level, double share, double unit) {
            this.metric = metric;
            this.level = level;
            this.share = share;
            this.unit = unit;
        }

        double[] values(String variant, double[] load, double memory) {
            boolean candidate = variant.equals("candidate");
            double[] own = Noise.autoregressive(memory, ordinal() * 2L + (candidate ? 11 : 10), load.length);
            double[] values = new double[load.length];
            boolean still = share == 1;
            Arrays.setAll(values, t -> {
                double value = level * (candidate ? share : 1) * (still ? 1 : 1 + 0.02 * load[t] + 0.01 * own[t]);
                return unit == 0 ? value : Math.rint(value / unit) * unit;
            });
            return values;
        }
    }
}
