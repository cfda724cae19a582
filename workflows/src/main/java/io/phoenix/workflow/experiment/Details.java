package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run is doing, as Markdown for the engine's UI. */
final class Details {
    private static final List<Metric> SHOWN =
            List.of(Metric.ACTIVE_SERIES, Metric.SAMPLES_PER_SECOND, Metric.COLLECTOR_CPU, Metric.COLLECTOR_MEMORY);

    private Details() {}

    static String of(
            ExperimentHead head,
            ExperimentProgress progress,
            @Nullable WindowSummary last,
            ExperimentReportQuery report) {
        List<String> parts = new ArrayList<>();
        parts.add("**" + head.phase() + (head.paused() ? ", paused" : "") + "**, " + Words.percent(head.progress())
                + ": " + head.message());
        if (progress.looksPlanned() > 1) {
            parts.add("Looks taken: " + progress.looks() + " of " + progress.looksPlanned());
        }
        if (!progress.nextEvent().isEmpty()) {
            parts.add("Next: " + progress.nextEvent()
                    + (progress.nextAt() == null ? "" : " at " + Words.of(progress.nextAt())));
        }
        if (report.analysis() != null) {
            parts.add(report.analysis().table());
        } else if (last != null && !last.means().isEmpty()) {
            parts.add("Window " + (last.index() + 1) + " ("
                    + last.quality().name().toLowerCase(Locale.ROOT) + "):");
            parts.add(table(last.means()));
        }
        if (report.cost() != null) {
            parts.add(report.cost().sentence());
        }
        return String.join("\n\n", parts);
    }

    /** One sentence on a window: how many active series each variant had. */
    static String series(WindowSummary window) {
        List<String> parts = new ArrayList<>();
        window.means().forEach((key, value) -> {
            if (key.endsWith("/" + Metric.ACTIVE_SERIES.metricName())) {
                parts.add(variant(key) + " " + Words.number(value));
            }
        });
        return parts.isEmpty() ? "no series" : "active series " + String.join(", ", parts);
    }

    private static String table(Map<String, Double> means) {
        List<String> variants = means.keySet().stream()
                .map(Details::variant)
                .distinct()
                .sorted(Details::baselineFirst)
                .toList();
        StringBuilder table = new StringBuilder(
                "| metric | " + String.join(" | ", variants) + " |\n|---|" + "---|".repeat(variants.size()));
        for (Metric metric : SHOWN) {
            List<String> cells = variants.stream()
                    .map(variant -> means.get(variant + "/" + metric.metricName()))
                    .map(mean -> mean == null ? "" : Words.number(mean))
                    .toList();
            table.append("\n| `")
                    .append(metric.metricName())
                    .append("` | ")
                    .append(String.join(" | ", cells))
                    .append(" |");
        }
        return table.toString();
    }

    private static int baselineFirst(String a, String b) {
        return Boolean.compare(b.equals(Variants.BASELINE), a.equals(Variants.BASELINE));
    }

    private static String variant(String key) {
        return key.substring(0, key.indexOf('/'));
    }
}
