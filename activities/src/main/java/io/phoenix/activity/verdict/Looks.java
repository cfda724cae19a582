package io.phoenix.activity.verdict;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.workflow.experiment.LookRequest;
import io.phoenix.workflow.experiment.LookSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look has seen of the planned pairs. */
final class Looks {
    private Looks() {}

    /** Up to the look that is asked for: never falling, and 1 at the last one alone. Empty when there is one look. */
    static List<Double> information(@Nullable LookRequest look, AnalysisInput input) {
        if (look == null) {
            return List.of();
        }
        List<Double> information = new ArrayList<>(look.earlier());
        double before = information.isEmpty() ? 0 : information.getLast();
        double seen = (double) AnalysisEngine.completePairs(input) / look.plannedPoints();
        information.add(look.last() ? 1 : Math.clamp(seen, before, Math.nextDown(1.0)));
        return information;
    }

    static LookSummary summary(AnalysisResult result, List<Double> information) {
        return new LookSummary(information.size(), information.getLast(), DecisionRule.settled(result));
    }
}
