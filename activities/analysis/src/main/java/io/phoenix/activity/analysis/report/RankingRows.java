package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import java.util.ArrayList;
import java.util.List;

/** Several candidates beside one another, by rank, with what each saves of every goal. */
final class RankingRows {
    private RankingRows() {}

    static List<Section> of(AnalysisResult result) {
        if (result.candidates().size() < 2) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("rank", "candidate", "verdict", "goal", "saving", "interval"));
        for (CandidateResult candidate : result.candidates()) {
            candidate.metrics().stream()
                    .filter(metric -> metric.role().equals("goal"))
                    .map(goal -> row(candidate, goal))
                    .forEach(rows::add);
        }
        return List.of(new Section.Heading("Ranking"), new Section.Grid(rows));
    }

    private static List<String> row(CandidateResult candidate, MetricResult goal) {
        return List.of(
                Integer.toString(candidate.rank()),
                candidate.name(),
                candidate.verdict().name(),
                goal.name(),
                Figures.share(goal.saving()),
                interval(goal));
    }

    private static String interval(MetricResult goal) {
        Double least = goal.ratioUpper();
        Double most = goal.ratioLower();
        return least == null || most == null
                ? Figures.NONE
                : Figures.share(1 - least) + " .. " + Figures.share(1 - most) + " ("
                        + Figures.level(goal.confidenceLevel()) + ")";
    }
}
