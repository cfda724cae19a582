package io.phoenix.domain.analysis;

import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.experiment.Criteria.MinimumMonthlySaving;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a price decides: a minimum saving in money, judged at the worse end of the range of the net saving, which
 * is less what the candidate's own collector costs more. A price in scaled time decides nothing, since samples are more frequent
 * there than the month that it speaks of would have them.
 */
public final class PriceGate {
    private PriceGate() {}

    /** The result with every winner that does not save enough taken back. */
    public static AnalysisResult apply(
            AnalysisResult result, @Nullable MinimumMonthlySaving minimum, List<CostEstimate> costs) {
        if (minimum == null) {
            return result;
        }
        return result.withCandidates(result.candidates().stream()
                .map(candidate -> candidate.verdict() == Verdict.PROMOTE ? gate(candidate, minimum, costs) : candidate)
                .toList());
    }

    private static CandidateResult gate(
            CandidateResult candidate, MinimumMonthlySaving minimum, List<CostEstimate> costs) {
        return costs.stream()
                .filter(estimate -> estimate.candidate().equals(candidate.name()))
                .filter(estimate -> estimate.book().equals(minimum.book()))
                .filter(estimate ->
                        estimate.baseline().currency().equals(minimum.amount().currency()))
                .findFirst()
                .map(cost -> gate(candidate, minimum, cost))
                .orElseGet(() -> unpriced(candidate, asked(minimum)));
    }

    private static CandidateResult gate(CandidateResult candidate, MinimumMonthlySaving minimum, CostEstimate cost) {
        MoneyRange net = cost.netMonth();
        if (net.low() == null) {
            return unpriced(candidate, asked(minimum) + " The range of the net saving is unknown.");
        }
        if (timeScale(cost) instanceof Double scale) {
            String why = " It ran at time scale " + scale + ", so its samples are no month's: run it in real time.";
            return unpriced(candidate, asked(minimum) + why);
        }
        return gate(candidate, minimum.amount(), net);
    }

    private static @Nullable Double timeScale(CostEstimate cost) {
        return cost.breakdown() == null ? null : cost.breakdown().scope().timeScale();
    }

    private static CandidateResult gate(CandidateResult candidate, Money minimum, MoneyRange net) {
        String numbers = "Asked: " + text(minimum) + " a month; range of the net saving: " + text(net.lowest()) + " to "
                + text(net.highest()) + ".";
        if (net.lowest().amount().compareTo(minimum.amount()) >= 0) {
            return candidate;
        }
        if (net.highest().amount().compareTo(minimum.amount()) < 0) {
            return decided(candidate, Verdict.REJECT, ReasonCode.SAVING_TOO_SMALL, numbers);
        }
        return decided(candidate, Verdict.INCONCLUSIVE, ReasonCode.SAVING_UNDECIDED, numbers);
    }

    private static CandidateResult unpriced(CandidateResult candidate, String numbers) {
        return decided(candidate, Verdict.INCONCLUSIVE, ReasonCode.SAVING_UNPRICED, numbers);
    }

    private static CandidateResult decided(
            CandidateResult candidate, Verdict verdict, ReasonCode code, String numbers) {
        return candidate.decided(verdict, List.of(code.because(null, numbers)));
    }

    private static String asked(MinimumMonthlySaving minimum) {
        return "Asked: " + text(minimum.amount()) + " a month at " + minimum.book() + ".";
    }

    private static String text(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
