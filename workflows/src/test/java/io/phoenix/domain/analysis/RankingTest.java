package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void whatMayStillComeOfACandidateCountsFirst() {
        assertThat(names(
                        candidate("rejected", Verdict.REJECT, 0.1),
                        candidate("invalid", Verdict.INVALID, 0.1),
                        candidate("open", Verdict.INCONCLUSIVE, 0.9),
                        candidate("winner", Verdict.PROMOTE, 0.95)))
                .containsExactly("winner", "open", "invalid", "rejected");
    }

    @Test
    void theLargerSavingOfTheFirstGoalComesFirstThenTheName() {
        assertThat(names(
                        candidate("c", Verdict.PROMOTE, 0.5),
                        candidate("b", Verdict.PROMOTE, 0.5),
                        candidate("a", Verdict.PROMOTE, 0.6),
                        candidate("d", Verdict.PROMOTE, 0.4),
                        candidate("unknown", Verdict.PROMOTE, null)))
                .containsExactly("d", "b", "c", "a", "unknown");
    }

    @Test
    void ranksCountFromOne() {
        assertThat(Ranking.of(List.of(candidate("a", Verdict.REJECT, 0.5), candidate("b", Verdict.PROMOTE, 0.5))))
                .extracting(CandidateResult::rank)
                .containsExactly(1, 2);
    }

    @Test
    void savingsOfOtherRolesDoNotCount() {
        CandidateResult guarded = new CandidateResult(
                "guarded",
                Verdict.PROMOTE,
                List.of(),
                1,
                List.of(AMetric.guardrail().ratio(0.01).build()));

        assertThat(names(guarded, candidate("saves", Verdict.PROMOTE, 0.9))).containsExactly("saves", "guarded");
    }

    @Test
    void theRunHasTheVerdictOfItsFirstAndAWinnerWhenItIsPromoted() {
        CandidateResult winner = candidate("winner", Verdict.PROMOTE, 0.5);
        CandidateResult open = candidate("open", Verdict.INCONCLUSIVE, 0.2);

        AnalysisResult won = run().withCandidates(List.of(open, winner));
        AnalysisResult undecided = run().withCandidates(List.of(open));

        assertThat(won.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(won.candidates()).extracting(CandidateResult::name).containsExactly("winner", "open");
        assertThat(won.winner()).contains(winner.ranked(1));
        assertThat(undecided.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(undecided.reasons()).isEqualTo(open.reasons());
        assertThat(undecided.winner()).isEmpty();
        assertThat(won.inputDigest()).isEqualTo("sha256:0");
    }

    private static List<String> names(CandidateResult... candidates) {
        return Ranking.of(List.of(candidates)).stream()
                .map(CandidateResult::name)
                .toList();
    }

    private static AnalysisResult run() {
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                Verdict.INVALID,
                List.of(),
                "host",
                List.of(),
                Map.of("b", parity(), "a", parity()),
                Map.of(),
                "sha256:0");
    }

    private static ParityResult parity() {
        return new ParityResult("pass", List.of(), null, null, null);
    }

    private static CandidateResult candidate(String name, Verdict verdict, @Nullable Double ratio) {
        return new CandidateResult(
                name,
                verdict,
                List.of(ReasonCode.GOAL_UNDECIDED.because(null, "")),
                1,
                List.of(AMetric.goal().ratio(ratio).build()));
    }
}
