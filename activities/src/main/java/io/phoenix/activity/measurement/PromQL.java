package io.phoenix.activity.measurement;

import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The expression of every metric of the catalogue, one value per variant and grid point in label {@code phoenix_variant}.
 *
 * <p>Every expression carries tenant and experiment. Prometheus writes 0, not a gap, for {@code scrape_*} of a failed
 * scrape, so those are read only where {@code up} is 1; counters that appear with their first increment are 0 where the
 * collector was scraped and missing where it was not. Looks back one step, never the five minutes of a plain selector.
 */
final class PromQL {
    static final String VARIANT_LABEL = "phoenix_variant";
    static final String HOST_LABEL = "host_name";

    private static final String ACCEPTED = "otelcol_receiver_accepted_metric_points(_total)?";
    private static final String REFUSED = "otelcol_receiver_refused_metric_points(_total)?";
    private static final String SEND_FAILED = "otelcol_exporter_send_failed_metric_points(_total)?";
    private static final String LEG_FAILED = "otelcol_exporter_(enqueue|send)_failed_metric_points(_total)?";

    private final MeasurementScope scope;
    private final String range;

    PromQL(MeasurementScope scope) {
        this.scope = scope;
        this.range = "[" + duration(scope.step()) + "]";
    }

    /** The expression, empty when the scope asks for nothing of this metric. */
    Optional<String> of(Metric metric) {
        return switch (metric) {
            case ACTIVE_SERIES -> Optional.of(scraped("scrape_samples_post_metric_relabeling"));
            case SAMPLES_PER_SECOND -> Optional.of(perInterval(scraped("scrape_samples_post_metric_relabeling")));
            case BYTES_PER_SECOND -> Optional.of(perInterval(scraped("scrape_body_size_bytes")));
            case SERIES_CHURN -> Optional.of(churn());
            case COLLECTOR_CPU ->
                Optional.of(byVariant("sum", "rate(" + self("otelcol_process_cpu_seconds(_total)?") + range + ")"));
            case COLLECTOR_MEMORY ->
                Optional.of(
                        byVariant("max", "max_over_time(" + self("otelcol_process_memory_rss(_bytes)?") + range + ")"));
            case DROPPED_POINTS -> Optional.of("(" + counter(REFUSED) + ") + (" + leg(LEG_FAILED) + ")");
            case REFUSED_POINTS -> Optional.of(counter(REFUSED));
            case SEND_FAILURES -> Optional.of(leg(SEND_FAILED));
            case STALENESS_SECONDS ->
                Optional.of(byVariant("max", "time() - timestamp(" + data("process_memory_usage_bytes") + ")"));
            case CRITICAL_PROCESSES ->
                scope.criticalProcesses().isEmpty() ? Optional.empty() : Optional.of(criticalProcesses());
            case ACCEPTED_POINTS -> Optional.of(accepted());
            case UP -> Optional.of(byVariant("min", "avg_over_time(up{" + identity() + "}" + range + ")"));
        };
    }

    /** The series of each host, of which {@code active_series} is the sum; the label {@code host_name} tells them apart. */
    String activeSeriesByHost() {
        // A scrape marks what it no longer finds as stale, so a plain selector counts what the last scrape found.
        String series = "{job=\"phoenix-data\"," + identity() + ",host_name!=\"\"}";
        return "count by (phoenix_variant, " + HOST_LABEL + ") (" + series + ") and on (phoenix_variant) ("
                + last(data("up")) + " == 1)";
    }

    private String scraped(String name) {
        return byVariant("sum", last(data(name)) + " and " + last(data("up")) + " == 1");
    }

    private String churn() {
        String added = "sum_over_time(" + data("scrape_series_added") + range + ") and " + last(data("up")) + " == 1";
        return "(" + byVariant("sum", added) + ") / " + seconds(scope.step());
    }

    private String perInterval(String expression) {
        return "(" + expression + ") / " + seconds(scope.interval());
    }

    /** A counter of the variants' own, as it stands; 0 where the collector answers and has none yet. */
    private String counter(String name) {
        return byVariant("sum", last(self(name))) + " or " + zeroWhereUp("phoenix-self");
    }

    /** A counter of the source's exporter that feeds the variant; unknown, not 0, while the source does not answer. */
    private String leg(String name) {
        String perLeg =
                "label_replace(" + last(self(name)) + ", \"phoenix_variant\", \"$1\", \"exporter\", \".+/(.+)\")";
        String sourceUp = last("up{job=\"phoenix-self\"," + identity() + ",phoenix_role=\"source\"}") + " == 1";
        return byVariant("sum", perLeg) + " or (" + zeroWhereUp("phoenix-self") + " and on () (" + sourceUp + "))";
    }

    /** Points accepted within the step: a difference of the counter itself, so that the steps add up to the whole. */
    private String accepted() {
        String counter = self(ACCEPTED);
        return byVariant("sum", last(counter) + " - " + last(counter, " offset " + duration(scope.step())));
    }

    private String criticalProcesses() {
        String names = scope.criticalProcesses().stream()
                .map(PromQL::quoteRegexp)
                .sorted()
                .collect(Collectors.joining("|"));
        String present = last("process_cpu_time_seconds_total{job=\"phoenix-data\"," + identity()
                + ",process_executable_name=~\"" + quoteString(names) + "\"}");
        String pairs = "count by (phoenix_variant, host_name, process_executable_name) (" + present + ")";
        return byVariant("count", pairs) + " or " + zeroWhereUp("phoenix-data");
    }

    private String zeroWhereUp(String job) {
        return "(0 * " + byVariant("sum", last("up{job=\"" + job + "\"," + identity() + "}") + " == 1") + ")";
    }

    private static String byVariant(String aggregation, String expression) {
        return aggregation + " by (phoenix_variant) (" + expression + ")";
    }

    private String last(String selector) {
        return last(selector, "");
    }

    private String last(String selector, String modifier) {
        return "last_over_time(" + selector + range + modifier + ")";
    }

    private String data(String name) {
        return name + "{job=\"phoenix-data\"," + identity() + "}";
    }

    private String self(String nameRegexp) {
        return "{__name__=~\"" + nameRegexp + "\",job=\"phoenix-self\"," + identity() + "}";
    }

    private String identity() {
        return "phoenix_tenant=\"" + scope.ref().tenant() + "\",phoenix_experiment=\""
                + scope.ref().experiment() + "\"";
    }

    private static String duration(Duration duration) {
        return duration.toMillis() + "ms";
    }

    private static String seconds(Duration duration) {
        return Double.toString(duration.toMillis() / 1000.0);
    }

    /** RE2 metacharacters, each behind a backslash. */
    private static String quoteRegexp(String text) {
        return text.replaceAll("([\\\\.+*?()|\\[\\]{}^$])", "\\\\$1");
    }

    /** The inside of a double-quoted PromQL string. */
    private static String quoteString(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
