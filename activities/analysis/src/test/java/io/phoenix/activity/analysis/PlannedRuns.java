package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.RunPlanning.EarlierRun;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.activity.analysis.planning.RunProposal;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions to the planner about the active series, and its answers. */
final class PlannedRuns {
    private static final Duration STEP = ARun.STEP;

    private PlannedRuns() {}

    static String message(RunProposal proposal, String code) {
        return proposal.advice().stream()
                .filter(advice -> advice.code().equals(code))
                .map(RunProposal.Advice::message)
                .findFirst()
                .orElseThrow();
    }

    static RunProposal plan(PlanQuestion question, List<EarlierRun> history) {
        return RunPlanning.of(question, history);
    }

    static EarlierRun g6() {
        return new EarlierRun(ARun.ofPairs(GoldenSeries.g6()).input(), STEP);
    }

    static PlanQuestion question(double minimumSaving, @Nullable Duration memory, @Nullable Double expectedSaving) {
        return new PlanQuestion(criteria(minimumSaving), STEP, memory, null, null, expectedSaving, null);
    }

    static Criteria criteria(double minimumSaving) {
        return new Criteria(0.95, List.of(new Goal("active_series", minimumSaving)), List.of(), List.of(), 1, null);
    }

    static List<String> codes(RunProposal proposal) {
        return proposal.advice().stream().map(RunProposal.Advice::code).toList();
    }
}
