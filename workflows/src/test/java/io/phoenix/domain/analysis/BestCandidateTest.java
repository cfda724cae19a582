package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestCandidateTest {
    @Test
    void theVerdictComesBeforeTheSaving() {
        List<CandidateResult> ranked = Ranking.of(List.of(
                candidate("rejected", Verdict.REJECT, 0.1, 1),
                candidate("undecided", Verdict.INCONCLUSIVE, 0.2, 0),
                candidate("winner", Verdict.PROMOTE, 0.6, 0)));

        assertThat(ranked).extracting(CandidateResult::name).containsExactly("winner", "undecided", "rejected");
        assertThat(ranked).extracting(CandidateResult::rank).containsExactly(1, 2, 3);
    }

    @Test
    void theOneThatIsShownToBeTheBestComesBeforeALargerSaving() {
        List<CandidateResult> ranked = Ranking.of(
                List.of(candidate("larger", Verdict.PROMOTE, 0.40, 0), candidate("shown", Verdict.PROMOTE, 0.41, 1)));

        assertThat(ranked).extracting(CandidateResult::name).containsExactly("shown", "larger");
        assertThat(ranked).extracting(Ranking::shownBest).containsExactly(true, false);
    }

    @Test
    void whereNoneIsShownTheSavingAndThenTheNameDecide() {
        List<CandidateResult> ranked = Ranking.of(List.of(
                candidate("b", Verdict.PROMOTE, 0.4, 0),
                candidate("a", Verdict.PROMOTE, 0.4, 0),
                candidate("c", Verdict.PROMOTE, 0.3, 0)));

        assertThat(ranked).extracting(CandidateResult::name).containsExactly("c", "a", "b");
        assertThat(ranked).noneMatch(Ranking::shownBest);
    }

    @Test
    void onlyGoalsHaveToShowTheBest() {
        MetricResult goal = AMetric.goal().build().withShown("ranking", Map.of("best", 1.0));
        MetricResult guardrail = AMetric.guardrail().build();

        assertThat(Ranking.shownBest(new CandidateResult("a", Verdict.PROMOTE, List.of(), 1, List.of(goal, guardrail))))
                .isTrue();
        assertThat(Ranking.shownBest(new CandidateResult("a", Verdict.PROMOTE, List.of(), 1, List.of(guardrail))))
                .isFalse();
    }

    private static CandidateResult candidate(String name, Verdict verdict, double ratio, double best) {
        MetricResult goal = AMetric.goal().ratio(ratio).build().withShown("ranking", Map.of("best", best, "rank", 1.0));
        return new CandidateResult(name, verdict, List.of(), 9, List.of(goal));
    }
}
