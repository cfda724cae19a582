package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.calibration.Regime.Run;
import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Measured series as regimes: one of each metric that is judged by its ratio, for each candidate.
 *
 * @param regimes those that can be resampled
 * @param notes for people: how each is resampled, or why it cannot be
 */
public record Pilots(List<Regime> regimes, List<String> notes) {
    private static final double STILL = 1e-12;

    public Pilots {
        regimes = List.copyOf(regimes);
        notes = List.copyOf(notes);
    }

    /**
     * @param measured windows of one step
     * @param memory in steps; empty: estimated from the series
     */
    public static Pilots of(List<MeasuredWindow> measured, List<String> candidates, OptionalDouble memory) {
        List<Regime> regimes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Map<Integer, MeasuredWindow> baseline = windows(measured, metric, Variants.BASELINE);
            for (String candidate : candidates) {
                String name = metric.metricName() + (candidates.size() == 1 ? "" : "/" + candidate);
                Map<Integer, MeasuredWindow> compared = windows(measured, metric, candidate);
                if (judgedByRatio(metric) && !baseline.isEmpty() && !compared.isEmpty()) {
                    add(name, pairs(baseline, compared), memory, regimes, notes);
                }
            }
        }
        return new Pilots(regimes, notes);
    }

    private static boolean judgedByRatio(Metric metric) {
        return metric.kind() == Metric.Kind.RATIO && metric.use() != Metric.Use.PARITY;
    }

    private static void add(String name, Run pairs, OptionalDouble memory, List<Regime> regimes, List<String> notes) {
        int count = pairs.baseline().length;
        if (count < PilotRegime.FEWEST_PAIRS) {
            notes.add(name + ": " + count + " complete pairs, " + PilotRegime.FEWEST_PAIRS + " are needed.");
        } else if (!(Moments.mean(pairs.baseline()) > 0) || !(Moments.mean(pairs.candidate()) > 0)) {
            notes.add(name + ": a mean is not positive, so there is no ratio.");
        } else {
            PilotRegime regime = PilotRegime.of(name, pairs, memory);
            regimes.add(regime);
            notes.add(note(regime, memory.isPresent()));
        }
    }

    private static String note(PilotRegime regime, boolean declared) {
        if (regime.spread() <= STILL) {
            return regime.name() + ": the ratio did not move in the pilot, so there is no error to count.";
        }
        return String.format(
                Locale.ROOT,
                "%s: %d pairs, resampled %d in a row; memory %.1f steps, %s. What is slower than a stretch is lost.",
                regime.name(),
                regime.pairs(),
                regime.stretch(),
                regime.memory(),
                declared ? "as declared" : "estimated from the pilot");
    }

    private static Map<Integer, MeasuredWindow> windows(List<MeasuredWindow> measured, Metric metric, String variant) {
        Map<Integer, MeasuredWindow> windows = new TreeMap<>();
        measured.stream()
                .filter(window -> window.metric() == metric && window.variant().equals(variant))
                .forEach(window -> windows.put(window.window().index(), window));
        return windows;
    }

    /** The complete pairs in time order, gaps and pauses closed. */
    private static Run pairs(Map<Integer, MeasuredWindow> baseline, Map<Integer, MeasuredWindow> candidate) {
        DoubleStream.Builder b = DoubleStream.builder();
        DoubleStream.Builder c = DoubleStream.builder();
        baseline.forEach((index, window) -> {
            MeasuredWindow compared = candidate.get(index);
            double[] left = window.values();
            double[] right = compared == null ? new double[0] : compared.values();
            for (int t = 0; t < right.length && t < left.length; t++) {
                if (Double.isFinite(left[t]) && Double.isFinite(right[t])) {
                    b.add(left[t]);
                    c.add(right[t]);
                }
            }
        });
        return new Run(b.build().toArray(), c.build().toArray());
    }
}
