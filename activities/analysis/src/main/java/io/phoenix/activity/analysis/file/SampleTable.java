package io.phoenix.activity.analysis.file;

import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What files hold, series by series, whatever their format; every fault that readers and the table find is kept. */
final class SampleTable {
    private static final int MOST_VARIANTS = 100;
    private static final int METRICS = Metric.values().length;

    private final Names metrics = new Names();
    private final Names variants = new Names();
    private final Names hosts = new Names();
    private final List<@Nullable Metric> known = new ArrayList<>();
    private final Map<Integer, Integer> unknown = new HashMap<>();
    private @Nullable Samples[][] byHost = new Samples[0][];
    private final Faults faults = new Faults();
    private boolean listed;

    /** One series. */
    record Key(Metric metric, String variant, String host) {
        String title() {
            return metric.metricName() + " of " + variant + (host.isEmpty() ? "" : " on " + host);
        }
    }

    Names metrics() {
        return metrics;
    }

    Names variants() {
        return variants;
    }

    Names hosts() {
        return hosts;
    }

    Faults faults() {
        return faults;
    }

    /** Where samples of this series go; null when there is no such metric, which is told once a line. */
    @Nullable
    Samples series(int metric, int variant, int host, int line) {
        while (known.size() <= metric) {
            known.add(Metric.byName(metrics.text(known.size())).orElse(null));
        }
        Metric found = known.get(metric);
        if (found == null) {
            refuse(metric, line);
        }
        return found == null || variant >= MOST_VARIANTS ? null : series(found.ordinal(), variant, host);
    }

    /** Checks a name that is seen for the first time. */
    void checkVariant(int variant, int line) {
        if (variant == MOST_VARIANTS) {
            faults.add(line, "more than " + MOST_VARIANTS + " variants; is the column the right one?");
        }
    }

    private Samples series(int metric, int variant, int host) {
        byHost = host < byHost.length ? byHost : Arrays.copyOf(byHost, Math.max(host + 1, 2 * byHost.length));
        int at = variant * METRICS + metric;
        @Nullable Samples[] series = byHost[host] == null ? new Samples[0] : byHost[host];
        series = at < series.length ? series : Arrays.copyOf(series, Math.max(at + 1, 2 * METRICS));
        byHost[host] = series;
        Samples samples = series[at];
        if (samples == null) {
            samples = new Samples();
            series[at] = samples;
        }
        return samples;
    }

    private void refuse(int metric, int line) {
        Integer before = unknown.put(metric, line);
        if (before == null || before != line) {
            String name = metrics.text(metric);
            faults.add(line, "metric " + Faults.quoted(name) + " is not in the catalogue" + hint(name));
        }
    }

    /** The nearest name, or all of them, once: a column of other names has one in every line. */
    private String hint(String name) {
        List<String> names =
                Arrays.stream(Metric.values()).map(Metric::metricName).toList();
        String nearest = NearestName.hint(name, names);
        if (!nearest.isEmpty() || listed) {
            return nearest;
        }
        listed = true;
        return ", which has " + String.join(", ", names);
    }

    /** Every series, in the order of metric, variant and host; each in the order of time. */
    Map<Key, Samples> sorted() {
        Map<Key, Samples> all = new TreeMap<>(
                Comparator.comparing(Key::metric).thenComparing(Key::variant).thenComparing(Key::host));
        for (int host = 0; host < byHost.length; host++) {
            @Nullable Samples[] series = byHost[host] == null ? new Samples[0] : byHost[host];
            for (int at = 0; at < series.length; at++) {
                Samples samples = series[at];
                if (samples != null) {
                    samples.sort();
                    Metric metric = Metric.values()[at % METRICS];
                    all.put(new Key(metric, variants.text(at / METRICS), hosts.text(host)), samples);
                }
            }
        }
        return all;
    }

    /** Times that stand twice. A variant without samples is no fault of the file: the verdict tells it. */
    void check(Map<Key, Samples> all) {
        all.forEach(this::checkRepeats);
    }

    /** Whoever has samples; the one candidate that there must be when nobody has any. */
    static List<String> candidates(Map<Key, Samples> all) {
        List<String> found = all.keySet().stream()
                .map(Key::variant)
                .filter(variant -> !variant.equals(Variants.BASELINE) && !variant.equals(SeriesGrid.SOURCE))
                .distinct()
                .sorted()
                .toList();
        return found.isEmpty() ? List.of(Variants.CANDIDATE) : found;
    }

    private void checkRepeats(Key key, Samples samples) {
        for (int i = 1; i < samples.size(); i++) {
            if (samples.time(i) == samples.time(i - 1)) {
                faults.add(
                        samples.line(i),
                        key.title() + " has a sample at " + TimeText.text(samples.time(i)) + " already, in line "
                                + samples.line(i - 1));
            }
        }
    }

    /** The catalogue's metrics that have samples. */
    static Map<Metric, List<Key>> byMetric(Map<Key, Samples> all) {
        Map<Metric, List<Key>> byMetric = new EnumMap<>(Metric.class);
        all.keySet()
                .forEach(key -> byMetric.computeIfAbsent(key.metric(), metric -> new ArrayList<>())
                        .add(key));
        return byMetric;
    }
}
