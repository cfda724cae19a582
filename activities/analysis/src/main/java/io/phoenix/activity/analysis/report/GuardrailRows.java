package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked of every metric that decides, beside what was found. */
final class GuardrailRows {
    private static final Set<String> DECIDING = Set.of("goal", "guardrail", "hard");

    private GuardrailRows() {}

    static List<Section> of(AnalysisResult result) {
        Map<String, String> asked = Limits.inWords(result.plan());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "metric", "role", "asked", "found", "worse end", "result"));
        for (CandidateResult candidate : result.candidates()) {
            candidate.metrics().stream()
                    .filter(metric -> DECIDING.contains(metric.role()))
                    .map(metric -> row(candidate, metric, asked))
                    .forEach(rows::add);
        }
        return rows.size() == 1
                ? List.of()
                : List.of(
                        new Section.Heading("Goals and guardrails"),
                        new Section.Grid(rows),
                        new Section.Line(
                                "A goal is judged by the worse end of its two-sided interval, a guardrail by that of its"
                                        + " one-sided one; where a rule looks at every step the interval is shown all the same."));
    }

    private static String hard(String metric) {
        return metric.equals(Metric.UP.metricName())
                ? "up while the baseline is up"
                : "every critical process that the baseline shows";
    }

    private static List<String> row(CandidateResult candidate, MetricResult metric, Map<String, String> asked) {
        String limit = metric.role().equals("hard")
                ? hard(metric.name())
                : asked.getOrDefault(metric.role() + "/" + metric.name(), Figures.NONE);
        return List.of(
                candidate.name(), metric.name(), metric.role(), limit, found(metric), worse(metric), metric.outcome());
    }

    private static String found(MetricResult metric) {
        return metric.ratio() == null
                ? Figures.value(metric.difference(), MetricRows.unit(metric))
                : Figures.change(metric.ratio());
    }

    private static String worse(MetricResult metric) {
        boolean oneSided = metric.role().equals("guardrail");
        return metric.ratio() == null
                ? Figures.value(oneSided ? metric.oneSidedUpper() : metric.differenceUpper(), MetricRows.unit(metric))
                : Figures.change(oneSided ? metric.oneSidedUpper() : metric.ratioUpper());
    }
}
