package io.phoenix.activity.analysis.file;

import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HardFindings;
import io.phoenix.activity.analysis.HostTotals;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The series of a file on one grid: the multiples of the step from the first time of any series to the last. A sample
 * belongs to the nearest grid point, to the later one from the middle on; of two at one grid point the later wins.
 *
 * @param candidates in the order of their names
 * @param measured one window over the whole grid for each metric and variant, added up over hosts
 * @param hosts what each of several hosts contributed
 */
public record SeriesGrid(Grid grid, List<String> candidates, List<MeasuredWindow> measured, List<HostTotals> hosts) {
    /** The variant of the source collector's series. */
    static final String SOURCE = HardFindings.SOURCE;

    static final SeriesGrid EMPTY = new SeriesGrid(new Grid(List.of()), List.of(), List.of(), List.of());

    private static final long MOST_CELLS = 20_000_000;

    public SeriesGrid {
        candidates = List.copyOf(candidates);
        measured = List.copyOf(measured);
        hosts = List.copyOf(hosts);
    }

    static Validation<SeriesGrid> of(Map<SampleTable.Key, Samples> series, Duration step) {
        if (series.isEmpty()) {
            return new Validation.Valid<>(
                    new SeriesGrid(new Grid(List.of()), SampleTable.candidates(series), List.of(), List.of()));
        }
        Cells cells = Cells.of(series, step.toNanos());
        if (cells.points() * series.size() > MOST_CELLS) {
            return new Validation.Invalid<>(List.of(new Violation(
                    "",
                    "series",
                    "from " + TimeText.text(cells.firstTime()) + " to " + TimeText.text(cells.lastTime())
                            + " there are " + cells.points() + " steps of " + DurationText.format(step)
                            + ", too many; is a time wrong, or the step too fine?")));
        }
        Window window = new Window(
                0, 0, cells.instant(cells.first() - 1), cells.instant(cells.first() - 1 + cells.points()), step);
        List<MeasuredWindow> measured = new ArrayList<>();
        List<HostTotals> totals = new ArrayList<>();
        SampleTable.byMetric(series).forEach((metric, keys) -> {
            TreeMap<String, double[]> byVariant = new TreeMap<>();
            HostSums sums = cells.compared(metric, keys, byVariant);
            totals.addAll(sums.totals());
            keys.stream()
                    .filter(key -> key.variant().equals(SOURCE))
                    .forEach(key -> byVariant.merge(SOURCE, cells.of(key), SeriesGrid::sum));
            byVariant.forEach((variant, values) -> measured.add(measured(window, metric, variant, values)));
        });
        return new Validation.Valid<>(
                new SeriesGrid(new Grid(List.of(window)), SampleTable.candidates(series), measured, totals));
    }

    private static double[] sum(double[] left, double[] right) {
        double[] sum = new double[left.length];
        Arrays.setAll(sum, i -> left[i] + right[i]);
        return sum;
    }

    private static MeasuredWindow measured(Window window, Metric metric, String variant, double[] values) {
        int infinite = 0;
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            infinite += Double.isInfinite(values[i]) ? 1 : 0;
            values[i] = Double.isInfinite(values[i]) ? Double.NaN : values[i];
            complete &= !Double.isNaN(values[i]);
        }
        Quality quality = complete ? Quality.COMPLETE : Quality.INCOMPLETE;
        return new MeasuredWindow(window, metric, variant, quality, values, infinite);
    }

    /** Where samples fall. */
    private record Cells(Map<SampleTable.Key, Samples> series, long step, long first, long last) {
        static Cells of(Map<SampleTable.Key, Samples> series, long step) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (Samples samples : series.values()) {
                first = Math.min(first, samples.time(0));
                last = Math.max(last, samples.time(samples.size() - 1));
            }
            return new Cells(series, step, nearest(first, step), nearest(last, step));
        }

        private static long nearest(long nanos, long step) {
            return Math.floorDiv(nanos, step) + (Math.floorMod(nanos, step) * 2 >= step ? 1 : 0);
        }

        long points() {
            return last - first + 1;
        }

        long firstTime() {
            return first * step;
        }

        long lastTime() {
            return last * step;
        }

        Instant instant(long index) {
            return Instant.EPOCH.plus(Duration.ofNanos(step).multipliedBy(index));
        }

        double[] none() {
            double[] none = new double[Math.toIntExact(points())];
            Arrays.fill(none, Double.NaN);
            return none;
        }

        double[] of(SampleTable.Key key) {
            double[] values = none();
            Samples samples = series.get(key);
            for (int i = 0; samples != null && i < samples.size(); i++) {
                values[(int) (nearest(samples.time(i), step) - first)] = samples.value(i);
            }
            return values;
        }

        /** Every variant but the source; of one host alone as it is, of several as far as they can be compared. */
        HostSums compared(Metric metric, List<SampleTable.Key> keys, TreeMap<String, double[]> byVariant) {
            List<SampleTable.Key> sides =
                    keys.stream().filter(key -> !key.variant().equals(SOURCE)).toList();
            TreeSet<String> hosts = new TreeSet<>();
            sides.forEach(key -> hosts.add(key.host()));
            List<String> variants =
                    sides.stream().map(SampleTable.Key::variant).distinct().toList();
            if (hosts.size() < 2) {
                sides.forEach(key -> byVariant.put(key.variant(), of(key)));
                return new HostSums(metric, List.of(), 0);
            }
            HostSums sums = new HostSums(metric, variants, Math.toIntExact(points()));
            for (String host : hosts) {
                sums.add(
                        host,
                        variants.stream()
                                .map(variant -> of(new SampleTable.Key(metric, variant, host)))
                                .toList());
            }
            for (int v = 0; v < variants.size(); v++) {
                byVariant.put(variants.get(v), sums.series(v));
            }
            return sums;
        }
    }
}
