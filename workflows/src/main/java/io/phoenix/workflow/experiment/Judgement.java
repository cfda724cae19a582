package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Phase;
import io.temporal.failure.ActivityFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at what was measured, the verdict on it, its price, and more time when more time could repair it. */
final class Judgement {
    private final ExperimentPlan plan;
    private final Grid grid;
    private final ActivityStubs stubs;
    private final Measuring measuring;
    private final Run run;

    Judgement(RunParts parts) {
        this.plan = parts.plan();
        this.grid = parts.grid();
        this.stubs = parts.stubs();
        this.measuring = parts.measuring();
        this.run = parts.run();
    }

    void enter() {
        run.enter(Phase.ANALYZING, "analysing " + measuring.windows().size() + " windows");
    }

    AnalysisSummary analyze() {
        return conclude(verdict());
    }

    /** Looks at the data before the end. What it finds is the verdict only when it settles everything. */
    AnalysisSummary look() {
        AnalysisSummary summary = verdict();
        String title = "look " + measuring.looks() + " of " + measuring.plannedLooks();
        run.tell(
                "looked", title + " " + (summary.settled() ? "ends the run" : "leaves it undecided") + reason(summary));
        return summary;
    }

    /** Makes what was found the verdict of the run, and prices it. */
    AnalysisSummary conclude(AnalysisSummary summary) {
        run.analysed(summary);
        price();
        run.tell("analyzed", "verdict " + summary.verdict() + reason(summary));
        return summary;
    }

    /** Adds time when the verdict suffers from too little of it; answers whether it did. */
    boolean extend(AnalysisSummary summary) {
        int points = Math.min(measuring.extensiblePoints(), Math.max(1, grid.points() / 2));
        if (!summary.extensible() || summary.verdict() == Verdict.PROMOTE || measuring.broken() || points == 0) {
            return false;
        }
        measuring.extend(points);
        run.tell("extended", "extended by " + Words.of(grid.step().multipliedBy(points)) + reason(summary));
        return true;
    }

    private AnalysisSummary verdict() {
        boolean several = measuring.plannedLooks() > 1;
        AnalysisSummary summary = analyzed(several ? measuring.look() : null);
        if (several) {
            measuring.looked(summary.look());
        }
        return summary;
    }

    private AnalysisSummary analyzed(@Nullable LookRequest look) {
        AnalyzeRequest request =
                new AnalyzeRequest(plan.ref(), plan.spec(), measuring.windows(), grid.step(), grid.memory(), look);
        try {
            return stubs.anywhere(
                            AnalysisActivities.class,
                            Limits.ANALYZE,
                            "analyse " + measuring.windows().size() + " windows")
                    .analyze(request);
        } catch (ActivityFailure e) {
            if (RunFailure.cancelled(e)) {
                throw e;
            }
            return inconclusive(RunFailure.of(e));
        }
    }

    private static AnalysisSummary inconclusive(RunFailure failure) {
        String message = "the analysis gave up: " + failure.message();
        return new AnalysisSummary(
                Verdict.INCONCLUSIVE,
                List.of(new Reason("ANALYSIS_FAILED", null, message)),
                null,
                false,
                false,
                null,
                message);
    }

    private void price() {
        try {
            run.priced(stubs.anywhere(AnalysisActivities.class, Limits.ANALYZE, "estimate the monthly saving")
                    .estimateCost(new CostRequest(plan.ref(), plan.spec())));
        } catch (ActivityFailure e) {
            if (RunFailure.cancelled(e)) {
                throw e;
            }
            run.tell("cost_unknown", "no price: " + RunFailure.of(e).message());
        }
    }

    private static String reason(AnalysisSummary summary) {
        return summary.reasons().isEmpty()
                ? ""
                : ": " + summary.reasons().getFirst().message();
    }
}
