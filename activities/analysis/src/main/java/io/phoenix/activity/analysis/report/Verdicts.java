package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Ranking;
import io.phoenix.domain.analysis.Reason;
import java.util.List;

/** A verdict as one sentence for people. */
final class Verdicts {
    private Verdicts() {}

    static String sentence(AnalysisResult result) {
        CandidateResult best = result.candidates().getFirst();
        return switch (result.verdict()) {
            case PROMOTE -> best.name() + " " + saves(best) + " and breaks no guardrail." + place(result);
            case REJECT -> best.name() + " is rejected. " + first(result.reasons());
            case INCONCLUSIVE -> "The data do not decide. " + first(result.reasons());
            case INVALID -> "The data cannot be trusted. " + first(result.reasons());
        };
    }

    /** Who wins of several candidates is not always shown to be the best of them. */
    private static String place(AnalysisResult result) {
        int candidates = result.candidates().size();
        if (candidates == 1) {
            return "";
        }
        return Ranking.shownBest(result.candidates().getFirst())
                ? " It is shown to be the best of " + candidates + " candidates."
                : " It saves the most of " + candidates + " candidates, which does not show that it is the best.";
    }

    private static String saves(CandidateResult candidate) {
        List<String> goals = candidate.metrics().stream()
                .filter(metric -> metric.role().equals("goal") && metric.saving() != null)
                .map(Verdicts::saving)
                .toList();
        return goals.isEmpty() ? "meets every goal" : "saves " + String.join(" and ", goals);
    }

    private static String saving(MetricResult metric) {
        String share = Figures.share(metric.saving()) + " of " + metric.name();
        Double lower = metric.ratioUpper();
        Double upper = metric.ratioLower();
        return lower == null || upper == null
                ? share
                : share + " (" + Figures.share(1 - lower) + " to " + Figures.share(1 - upper) + ", "
                        + Figures.level(metric.confidenceLevel()) + " interval)";
    }

    private static String first(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more, below)";
        return reasons.getFirst().message() + more;
    }
}
