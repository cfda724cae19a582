package io.phoenix.domain.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of what is measured; names are those of specs, stored measurements, reports and files.
 *
 * <p>The smaller value is the better one for every entry but {@code critical_processes}, {@code accepted_points} and
 * {@code up}.
 */
public enum Metric {
    ACTIVE_SERIES("active_series", "{series}", Kind.RATIO, Use.GOAL),
    SAMPLES_PER_SECOND("samples_per_second", "{samples}/s", Kind.RATIO, Use.GOAL),
    SERIES_CHURN("series_churn", "{series}/s", Kind.ABSOLUTE, Use.GOAL),
    BYTES_PER_SECOND("bytes_per_second", "By/s", Kind.RATIO, Use.GOAL),
    COLLECTOR_CPU("collector_cpu", "{cpu}", Kind.RATIO, Use.GUARDRAIL),
    COLLECTOR_MEMORY("collector_memory", "By", Kind.RATIO, Use.GUARDRAIL),
    DROPPED_POINTS("dropped_points", "{points}", Kind.ABSOLUTE, Use.GUARDRAIL),
    REFUSED_POINTS("refused_points", "{points}", Kind.ABSOLUTE, Use.GUARDRAIL),
    SEND_FAILURES("send_failures", "{points}", Kind.ABSOLUTE, Use.GUARDRAIL),
    STALENESS_SECONDS("staleness_seconds", "s", Kind.ABSOLUTE, Use.GUARDRAIL),
    CRITICAL_PROCESSES("critical_processes", "{processes}", Kind.ABSOLUTE, Use.HARD),
    ACCEPTED_POINTS("accepted_points", "{points}", Kind.RATIO, Use.PARITY),
    UP("up", "1", Kind.ABSOLUTE, Use.HARD);

    /** Whether variants are compared by their ratio or by their difference. */
    public enum Kind {
        RATIO,
        ABSOLUTE
    }

    /** What part the metric may play in a verdict. */
    public enum Use {
        GOAL,
        GUARDRAIL,
        HARD,
        PARITY
    }

    private final String metricName;
    private final String unit;
    private final Kind kind;
    private final Use use;

    Metric(String metricName, String unit, Kind kind, Use use) {
        this.metricName = metricName;
        this.unit = unit;
        this.kind = kind;
        this.use = use;
    }

    /** The name in specs, measurements, reports and files. */
    public String metricName() {
        return metricName;
    }

    /** UCUM unit. */
    public String unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    public Use use() {
        return use;
    }

    public static Optional<Metric> byName(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.metricName.equals(name))
                .findFirst();
    }

    /** Names of the metrics that may play this part. */
    public static List<String> names(Use use) {
        return Arrays.stream(values())
                .filter(metric -> metric.use == use)
                .map(Metric::metricName)
                .toList();
    }
}
