package io.phoenix.activity.analysis;

import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several candidates mean for one another, shown at each of their goals; beside the verdict, never deciding. */
final class CandidateComparison {
    private final AnalysisInput input;
    private final SeriesTable table;
    private final boolean[] usable;

    CandidateComparison(AnalysisInput input, SeriesTable table, boolean[] usable) {
        this.input = input;
        this.table = table;
        this.usable = usable.clone();
    }

    /** The same candidates in their order; unchanged when there is one alone. */
    List<CandidateResult> of(List<CandidateResult> candidates) {
        List<CandidateResult> shown = candidates;
        for (Goal goal : input.plan().criteria().goals()) {
            List<Contender> contenders = contenders(candidates, goal.metric());
            shown = contenders.size() < 2 ? shown : withComparison(shown, goal.metric(), contenders);
        }
        return shown;
    }

    private List<CandidateResult> withComparison(
            List<CandidateResult> candidates, String metric, List<Contender> contenders) {
        MemoryGate gate = new MemoryGate(input.grid().duration(), input.plan().memory());
        GoalComparison comparison = new GoalComparison(
                contenders,
                gate,
                PlannedLooks.of(input.plan()).risk(1 - input.plan().criteria().confidence()));
        List<String> names = contenders.stream().map(Contender::name).toList();
        return candidates.stream()
                .map(candidate -> names.contains(candidate.name())
                        ? candidate.withMetrics(
                                shown(candidate.metrics(), metric, comparison.shown(names.indexOf(candidate.name()))))
                        : candidate)
                .toList();
    }

    private static List<MetricResult> shown(
            List<MetricResult> metrics, String name, Map<String, Map<String, Double>> tests) {
        List<MetricResult> more = new ArrayList<>();
        for (MetricResult metric : metrics) {
            MetricResult shown = metric;
            if (isGoal(metric, name)) {
                for (Map.Entry<String, Map<String, Double>> test : tests.entrySet()) {
                    shown = shown.withShown(test.getKey(), test.getValue());
                }
            }
            more.add(shown);
        }
        return more;
    }

    /** All whose data can be trusted, by name. */
    private List<Contender> contenders(List<CandidateResult> candidates, String metric) {
        return candidates.stream()
                .sorted(Comparator.comparing(CandidateResult::name))
                .flatMap(candidate -> contender(candidate, metric).stream())
                .toList();
    }

    private Optional<Contender> contender(CandidateResult candidate, String metric) {
        return candidate.metrics().stream()
                .filter(result -> isGoal(result, metric) && !result.outcome().equals("invalid"))
                .findFirst()
                .map(result -> new Contender(
                        candidate.name(), result, series(Metric.byName(metric).orElseThrow(), candidate.name())));
    }

    private Contender.Series series(Metric metric, String candidate) {
        double[] values = table.get(metric, candidate).values();
        for (int t = 0; t < values.length; t++) {
            values[t] = usable[t] ? values[t] : Double.NaN;
        }
        return new Contender.Series(values, table.segments(), Pairing.of(table, usable, metric, candidate));
    }

    private static boolean isGoal(MetricResult metric, String name) {
        return metric.role().equals("goal") && metric.name().equals(name);
    }
}
