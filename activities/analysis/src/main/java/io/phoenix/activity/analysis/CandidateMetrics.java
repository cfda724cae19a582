package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.analysis.MetricOutcome;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import org.jspecify.annotations.Nullable;

/**
 * Every metric of one candidate, in the order of the catalogue.
 *
 * <p>Several candidates share the risk of a false winner: each goal is judged at 1 - alpha / candidates, which its looks
 * spend.
 */
final class CandidateMetrics {
    /** From so many steps on the metrics are computed at the same time; their order, and every digit, stays. */
    private static final int LONG = 5_000;

    private final Criteria criteria;
    private final Strictness goals;
    private final Strictness guardrails;
    private final Evidence evidence;
    private final SeriesTable table;
    private final String candidate;
    private final MetricJudge judge;

    CandidateMetrics(AnalysisInput input, SeriesTable table, boolean[] usable, String candidate) {
        this.criteria = input.plan().criteria();
        PlannedLooks looks = PlannedLooks.of(input.plan());
        this.goals = looks.goal(
                input.candidates().size() == 1
                        ? criteria.confidence()
                        : 1 - (1 - criteria.confidence()) / input.candidates().size());
        this.guardrails = looks.guardrail(criteria.confidence());
        this.evidence = input.plan().evidence();
        this.table = table;
        this.candidate = candidate;
        MemoryGate gate = new MemoryGate(input.grid().duration(), input.plan().memory());
        this.judge = new MetricJudge(table, usable, gate, candidate);
    }

    List<MetricResult> judge(List<Finding> findings, @Nullable ParityResult parity) {
        List<ForkJoinTask<List<MetricResult>>> tasks = Arrays.stream(Metric.values())
                .map(metric -> ForkJoinTask.adapt(() -> results(metric, findings, parity)))
                .toList();
        if (table.points() < LONG) {
            tasks.forEach(ForkJoinTask::invoke);
        } else {
            ForkJoinTask.invokeAll(tasks);
        }
        return ExploratoryMetrics.adjusted(
                tasks.stream().flatMap(task -> task.join().stream()).toList());
    }

    private List<MetricResult> results(Metric metric, List<Finding> findings, @Nullable ParityResult parity) {
        return switch (metric.use()) {
            case HARD -> hard(metric, findings).stream().toList();
            case PARITY -> parity(metric, parity).stream().toList();
            case GOAL, GUARDRAIL -> judged(metric);
        };
    }

    /** CANDIDATE_DOWN when the candidate is the poorer in samples of a judged metric and was seen down. */
    List<Finding> downWithoutSamples(List<MetricResult> results) {
        return results.stream()
                .filter(result -> !result.role().equals("info"))
                .filter(result -> result.reasons().contains(ReasonCode.DIFFERENTIAL_MISSING.name())
                        || result.reasons().contains(ReasonCode.NO_DATA.name()))
                .filter(result -> poorer(result.name()) && seenDown())
                .map(result ->
                        new Finding(ReasonCode.CANDIDATE_DOWN, candidate, "It lacks samples of " + result.name() + "."))
                .limit(1)
                .toList();
    }

    private List<MetricResult> judged(Metric metric) {
        List<MetricResult> results = new ArrayList<>();
        String name = metric.metricName();
        criteria.goals().stream()
                .filter(goal -> goal.metric().equals(name))
                .forEach(goal -> results.add(judge.goal(metric, goal, goals)));
        criteria.guardrails().stream()
                .filter(guardrail -> guardrail.metric().equals(name))
                .forEach(guardrail -> results.add(judge.guardrail(metric, guardrail, guardrails)));
        if (results.isEmpty() && table.measured(metric)) {
            results.add(judge.info(metric, criteria.confidence()));
        }
        return results;
    }

    private Optional<MetricResult> hard(Metric metric, List<Finding> findings) {
        boolean named = metric == Metric.CRITICAL_PROCESSES
                && !criteria.criticalProcesses().isEmpty();
        if (!named && !table.measured(metric)) {
            return Optional.empty();
        }
        ReasonCode code =
                metric == Metric.CRITICAL_PROCESSES ? ReasonCode.CRITICAL_PROCESS_LOST : ReasonCode.CANDIDATE_DOWN;
        boolean lost = findings.stream().anyMatch(finding -> finding.code() == code);
        return Optional.of(
                judge.hard(metric, lost ? MetricOutcome.FAIL : MetricOutcome.PASS, lost ? List.of(code) : List.of()));
    }

    private Optional<MetricResult> parity(Metric metric, @Nullable ParityResult parity) {
        if (parity == null || (!table.measured(metric) && evidence == Evidence.WHEN_PRESENT)) {
            return Optional.empty();
        }
        MetricOutcome outcome = MetricOutcome.valueOf(parity.outcome().toUpperCase(Locale.ROOT));
        List<ReasonCode> reasons =
                parity.reasons().stream().map(ReasonCode::valueOf).toList();
        return Optional.of(judge.input(metric, criteria.confidence(), outcome, reasons));
    }

    private boolean poorer(String metric) {
        return Metric.byName(metric)
                .map(found -> table.get(found, candidate).present()
                        < table.get(found, Variants.BASELINE).present())
                .orElse(false);
    }

    private boolean seenDown() {
        SeriesTable.Series up = table.get(Metric.UP, candidate);
        for (int t = 0; t < table.points(); t++) {
            if (up.at(t) == 0) {
                return true;
            }
        }
        return false;
    }
}
