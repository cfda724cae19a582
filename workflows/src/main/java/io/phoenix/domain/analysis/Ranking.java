package io.phoenix.domain.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The order of several candidates and the verdict of the run, which is that of the first. */
public final class Ranking {
    /** What may still come of a candidate, best first. */
    private static final List<Verdict> BEST_FIRST =
            List.of(Verdict.PROMOTE, Verdict.INCONCLUSIVE, Verdict.INVALID, Verdict.REJECT);

    private Ranking() {}

    /**
     * Candidates ranked from 1: by verdict, then the one that is shown to be the best, then by the saving of their first
     * goal, then by name.
     */
    public static List<CandidateResult> of(List<CandidateResult> candidates) {
        List<CandidateResult> ordered = candidates.stream()
                .sorted(Comparator.comparingInt((CandidateResult candidate) -> BEST_FIRST.indexOf(candidate.verdict()))
                        .thenComparing(candidate -> !shownBest(candidate))
                        .thenComparing(
                                Comparator.comparingDouble(Ranking::saving).reversed())
                        .thenComparing(CandidateResult::name))
                .toList();
        return IntStream.range(0, ordered.size())
                .mapToObj(i -> ordered.get(i).ranked(i + 1))
                .toList();
    }

    /** Whether the comparison of the candidates shows it to be better than each of the others at every goal. */
    public static boolean shownBest(CandidateResult candidate) {
        List<MetricResult> goals = candidate.metrics().stream()
                .filter(metric -> metric.role().equals("goal"))
                .toList();
        return !goals.isEmpty()
                && goals.stream()
                        .allMatch(goal ->
                                goal.shown().getOrDefault("ranking", Map.of()).getOrDefault("best", 0.0) == 1);
    }

    private static double saving(CandidateResult candidate) {
        return candidate.metrics().stream()
                .filter(metric -> metric.role().equals("goal"))
                .map(MetricResult::saving)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
