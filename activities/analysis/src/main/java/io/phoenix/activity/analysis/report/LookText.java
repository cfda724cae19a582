package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.DecisionRule;
import java.util.List;
import java.util.Map;

/** At which of several looks a result was found, as a sentence for people. */
final class LookText {
    private LookText() {}

    /** Empty when there was one look alone. */
    static String sentence(AnalysisResult result) {
        if (!(result.plan().get("information") instanceof List<?> information)
                || !(result.plan().get("criteria") instanceof Map<?, ?> criteria)
                || !(information.getLast() instanceof Number seen)) {
            return "";
        }
        String look = "look " + information.size() + " of " + criteria.get("looks");
        if (seen.doubleValue() >= 1) {
            return " Found at the last look, " + look + ".";
        }
        String pairs = ", after " + Figures.share(seen.doubleValue()) + " of the planned pairs.";
        return DecisionRule.settled(result) ? " Ended early at " + look + pairs : " Found at " + look + pairs;
    }
}
