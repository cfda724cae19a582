package io.phoenix.activity.verdict;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.workflow.experiment.CostSummary;
import java.util.List;

/** Estimates, cut down to the one that the workflow shows. */
final class CostSummaries {
    private CostSummaries() {}

    /** Of the winner, or of the candidate that ranks first, by the first of these books. */
    static CostSummary of(AnalysisResult result, List<CostEstimate> costs, List<String> books) {
        if (books.isEmpty()) {
            return unpriced("No price book was asked for.");
        }
        CandidateResult best = result.winner().orElse(result.candidates().getFirst());
        String book = books.getFirst();
        return costs.stream()
                .filter(cost ->
                        cost.candidate().equals(best.name()) && cost.book().equals(book))
                .findFirst()
                .map(cost -> priced(best, cost))
                .orElseGet(() -> unpriced(best.name() + " has no price at " + book + ": " + why(best)));
    }

    static CostSummary unpriced(String sentence) {
        return new CostSummary(null, null, null, sentence);
    }

    private static String why(CandidateResult candidate) {
        return candidate.verdict() == Verdict.INVALID
                ? "its data cannot be trusted."
                : "its volume, the baseline's or the price is unknown.";
    }

    private static CostSummary priced(CandidateResult candidate, CostEstimate cost) {
        String saves = candidate.verdict() == Verdict.PROMOTE ? " saves " : " would save ";
        MoneyRange net = cost.netMonth();
        String sentence = candidate.name() + saves + amount(net) + " a month at " + cost.book() + " list price, "
                + cost.basis() + (cost.verified() ? "." : " (unverified).");
        return new CostSummary(net.expected(), net.low(), net.high(), sentence);
    }

    private static String amount(MoneyRange net) {
        Money low = net.low();
        Money high = net.high();
        if (low == null || high == null) {
            return net.expected().text() + ", range unknown,";
        }
        String upper = high.text().substring(high.currency().length() + 1);
        return low.equals(high) ? low.text() : low.text() + " to " + upper;
    }
}
