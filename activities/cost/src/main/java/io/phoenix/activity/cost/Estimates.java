package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.cost.BreakEven;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.MoneyRange.Decimals;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.RuleEffect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The estimates of candidates at vendors, from one measured baseline. */
final class Estimates {
    private final MeasuredBaseline baseline;
    private final PricingScope scope;

    Estimates(MeasuredBaseline baseline, PricingScope scope) {
        this.baseline = baseline;
        this.scope = scope;
    }

    /** Empty for a candidate without ratios and for an entry without a public price. */
    Optional<CostEstimate> of(CandidateResult candidate, PriceBookEntry entry) {
        if (!entry.model().priced()) {
            return Optional.empty();
        }
        return CandidateVolumes.of(candidate, baseline.volume())
                .map(volumes -> estimate(candidate, new PricedCandidate(entry, scope, volumes, baseline.measured())));
    }

    private CostEstimate estimate(CandidateResult candidate, PricedCandidate priced) {
        PriceBookEntry entry = priced.entry();
        CostBreakdown breakdown = breakdown(candidate, priced);
        MoneyRange gross = breakdown.gross().month();
        return new CostEstimate(
                candidate.name(),
                entry.id(),
                entry.version(),
                entry.verified(),
                rounded(priced.baselineBill(), priced).expected(),
                gross.expected(),
                gross.low(),
                gross.high(),
                Assumptions.of(priced, baseline, breakdown.scope()),
                breakdown);
    }

    private CostBreakdown breakdown(CandidateResult candidate, PricedCandidate priced) {
        MoneyRange net = rounded(priced.net(), priced);
        List<RuleEffect> effects = new RuleEffects(priced).list();
        CostBreakdown breakdown = new CostBreakdown(
                rounded(priced.candidateBill(), priced),
                new CostBreakdown.Saving(
                        rounded(priced.gross(), priced), rounded(PricedCandidate.year(priced.gross()), priced)),
                new CostBreakdown.Saving(net, rounded(priced.firstYear(), priced)),
                rounded(priced.testing(), priced),
                breakEven(priced),
                Advisor.recommend(priced, candidate.verdict(), net, effects),
                effects,
                hosts(),
                List.of());
        return breakdown.with(Figures.of(priced, baseline, rounded(priced.baselineBill(), priced), breakdown));
    }

    private static MoneyRange rounded(Decimals amount, PricedCandidate priced) {
        return MoneyRange.rounded(amount, priced.entry().currency());
    }

    private static @Nullable BreakEven breakEven(PricedCandidate priced) {
        BigDecimal days = priced.daysToBreakEven(Ends.Side.EXPECTED);
        return days == null
                ? null
                : new BreakEven(
                        "testing / net_month * 730 / 24, in days",
                        days,
                        priced.bounded() ? priced.daysToBreakEven(Ends.Side.LEAST) : null,
                        priced.bounded() ? priced.daysToBreakEven(Ends.Side.MOST) : null);
    }

    private CostBreakdown.Scope hosts() {
        String measured = count(scope.hosts());
        String sentence = scope.fleet() == scope.hosts()
                ? "The volume is that of this experiment's input, simulated or real, on " + measured
                        + ", and of no other host."
                : "An extrapolation: the volume of " + measured + " is taken " + scope.fleet() + "/" + scope.hosts()
                        + " times for " + count(scope.fleet())
                        + ", as if every host sent the same. Only the measured hosts were tested.";
        return new CostBreakdown.Scope(
                scope.hosts(), scope.fleet(), sentence, scope.timeScale() == 1 ? null : scope.timeScale());
    }

    private static String count(int hosts) {
        return hosts + (hosts == 1 ? " host" : " hosts");
    }
}
