package io.phoenix.activity.verdict;

import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** A healthy run of one candidate on an input of a point a second: what a worker finds in the store. */
final class AMeasuredRun {
    static final Duration STEP = Duration.ofSeconds(2);
    private static final int WINDOW = 6;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final int steps;
    private final Map<String, double[]> series = new LinkedHashMap<>();

    /** Both variants wander by a few series around these levels. */
    AMeasuredRun(int steps, int baseline, int candidate) {
        this.steps = steps;
        levels("baseline", baseline, new Random(5));
        levels("candidate", candidate, new Random(6));
        for (String variant : List.of("source", "baseline", "candidate")) {
            with(Metric.UP, variant, t -> 1);
            with(Metric.ACCEPTED_POINTS, variant, t -> 2.0 * baseline);
            with(Metric.COLLECTOR_CPU, variant, t -> 0.05);
            with(Metric.COLLECTOR_MEMORY, variant, t -> 80e6);
            with(Metric.DROPPED_POINTS, variant, t -> 0);
        }
    }

    /** With a candidate whose collector takes so many cores instead of 0.05. */
    AMeasuredRun busyCandidate(double cores) {
        with(Metric.COLLECTOR_CPU, "candidate", t -> cores + 0.0001 * (t % 3));
        return this;
    }

    List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from < steps; from += WINDOW) {
            Instant start = START.plus(STEP.multipliedBy(from));
            int points = Math.min(WINDOW, steps - from);
            windows.add(new Window(from / WINDOW, 0, start, start.plus(STEP.multipliedBy(points)), STEP));
        }
        return windows;
    }

    List<MeasuredWindow> measured() {
        List<MeasuredWindow> measured = new ArrayList<>();
        series.forEach((key, values) -> {
            String[] parts = key.split(" ");
            windows()
                    .forEach(window -> measured.add(new MeasuredWindow(
                            window, Metric.valueOf(parts[0]), parts[1], Quality.COMPLETE, slice(values, window), 0)));
        });
        return measured;
    }

    /** The candidate drops a little more than half, not the same on every host. */
    List<HostWindow> byHost(int hosts) {
        List<HostWindow> byHost = new ArrayList<>();
        for (Window window : windows()) {
            for (String variant : List.of("baseline", "candidate")) {
                SortedMap<String, List<Double>> samples = new TreeMap<>();
                for (int h = 0; h < hosts; h++) {
                    double kept = variant.equals("baseline") ? 1 : 0.4 + 0.01 * (h % 3);
                    samples.put("host-" + h, Collections.nCopies(window.points(), (100.0 + 10 * h) * kept));
                }
                byHost.add(new HostWindow(window, Metric.ACTIVE_SERIES, variant, samples));
            }
        }
        return byHost;
    }

    private static double[] slice(double[] values, Window window) {
        int from = window.index() * WINDOW;
        return Arrays.copyOfRange(values, from, from + window.points());
    }

    private void levels(String variant, int level, Random noise) {
        double[] values = new double[steps];
        Arrays.setAll(values, t -> Math.rint(level + Math.sqrt(level) / 10 * noise.nextGaussian()));
        with(Metric.ACTIVE_SERIES, variant, t -> values[t]);
        with(Metric.SAMPLES_PER_SECOND, variant, t -> values[t]);
    }

    private void with(Metric metric, String variant, IntToDoubleFunction value) {
        double[] values = new double[steps];
        Arrays.setAll(values, value);
        series.put(metric.name() + " " + variant, values);
    }
}
