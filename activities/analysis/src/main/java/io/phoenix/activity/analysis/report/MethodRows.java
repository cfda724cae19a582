package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By which rule every metric was judged, and what other methods say of it, which never decides. */
final class MethodRows {
    private MethodRows() {}

    static List<Section> of(AnalysisResult result) {
        List<List<String>> rules = new ArrayList<>();
        List<List<String>> others = new ArrayList<>();
        rules.add(List.of("metric", "rule", "steps", "coverage", "blocks", "df", "p", "stamps"));
        others.add(List.of("metric", "Newey-West", "8 block means", "Welch p", "Mann-Whitney p", "Hedges g"));
        for (CandidateResult candidate : result.candidates()) {
            String prefix = result.candidates().size() == 1 ? "" : candidate.name() + ": ";
            for (MetricResult metric : candidate.metrics()) {
                if (metric.rule() != null) {
                    rules.add(rule(prefix + metric.name(), metric));
                    others.add(other(prefix + metric.name(), metric));
                }
            }
        }
        return rules.size() == 1
                ? List.of()
                : List.of(
                        new Section.Heading("How each metric was judged"),
                        new Section.Grid(rules),
                        new Section.Subheading("Beside it, never deciding"),
                        new Section.Grid(others));
    }

    private static List<String> rule(String name, MetricResult metric) {
        return List.of(
                name,
                String.valueOf(metric.rule()),
                Integer.toString(metric.n()),
                Figures.share(metric.coverage()),
                metric.blocks() == null ? Figures.NONE : metric.blocks().toString(),
                Figures.count(metric.degreesOfFreedom()),
                Figures.probability(metric.pValue()),
                metric.stamps().isEmpty() ? Figures.NONE : String.join(", ", metric.stamps()));
    }

    private static List<String> other(String name, MetricResult metric) {
        return List.of(
                name,
                interval(metric, "neweyWest"),
                interval(metric, "blockMeans"),
                Figures.probability(shown(metric, "welch", "pValue")),
                Figures.probability(shown(metric, "mannWhitney", "pValue")),
                Figures.count(shown(metric, "effectSize", "hedgesG")));
    }

    private static String interval(MetricResult metric, String method) {
        return shown(metric, method, "ratio") == null
                ? Figures.NONE
                : Figures.changes(shown(metric, method, "lower"), shown(metric, method, "upper"));
    }

    private static @Nullable Double shown(MetricResult metric, String method, String number) {
        return metric.shown().getOrDefault(method, Map.of()).get(number);
    }
}
