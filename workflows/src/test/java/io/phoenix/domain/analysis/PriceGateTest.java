package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.Recommendation;
import io.phoenix.domain.experiment.Criteria.MinimumMonthlySaving;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceGateTest {
    private static final MinimumMonthlySaving HUNDRED = new MinimumMonthlySaving(usd("100"), "grafana-cloud");

    @Test
    void aWinnerThatSavesEnoughAtTheWorseEndStays() {
        assertThat(gate(cost("grafana-cloud", "100", "130"))).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void aWinnerThatSavesTooLittleIsRejected() {
        assertThat(gate(cost("grafana-cloud", "70", "99.99"))).isEqualTo(Verdict.REJECT);
    }

    @Test
    void aRangeAcrossTheMinimumDecidesNothing() {
        assertThat(gate(cost("grafana-cloud", "70", "130"))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void withoutAPriceOrARangeNothingIsPromoted() {
        assertThat(gate(cost("datadog", "200", "300"))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate(cost("grafana-cloud", null, null))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate(cost("grafana-cloud", "200", null))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aPriceInScaledTimeDecidesNothing() {
        CostEstimate scaled = cost("grafana-cloud", "110", "130", 0.5);

        AnalysisResult result = PriceGate.apply(result(Verdict.PROMOTE), HUNDRED, List.of(scaled));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("SAVING_UNPRICED");
            assertThat(reason.message()).contains("Asked: 100 USD a month at grafana-cloud.", "time scale 0.5");
        });
        assertThat(gate(cost("grafana-cloud", "110", "130", null))).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void theNetSavingDecidesWhereItIsKnown() {
        CostEstimate cost = cost("grafana-cloud", "110", "130");

        assertThat(gate(net(cost, new MoneyRange(usd("115"), usd("105"), usd("125")))))
                .isEqualTo(Verdict.PROMOTE);
        assertThat(gate(net(cost, new MoneyRange(usd("100"), usd("90"), usd("110")))))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate(net(cost, new MoneyRange(usd("80"), usd("70"), usd("90")))))
                .isEqualTo(Verdict.REJECT);
        assertThat(gate(net(cost("grafana-cloud", "70", "90"), new MoneyRange(usd("120"), usd("110"), usd("130")))))
                .isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void withoutARangeOfTheNetSavingNothingIsPromoted() {
        CostEstimate unknown = net(cost("grafana-cloud", "110", "130"), new MoneyRange(usd("115"), null, null));

        assertThat(reason(unknown))
                .isEqualTo(new Reason(
                        "SAVING_UNPRICED",
                        null,
                        "The saving in money could not be estimated. Asked: 100 USD a month at grafana-cloud. The range of the"
                                + " net saving is unknown."));
    }

    @Test
    void saysWhatWasAskedAndWhatTheRangeIs() {
        assertThat(reason(cost("grafana-cloud", "70", "99.99")))
                .isEqualTo(new Reason(
                        "SAVING_TOO_SMALL",
                        null,
                        "The saving in money is smaller than what was asked. Asked: 100 USD a month; range of the net"
                                + " saving: 70 USD to 99.99 USD."));
        assertThat(reason(cost("grafana-cloud", "70", "100")))
                .isEqualTo(new Reason(
                        "SAVING_UNDECIDED",
                        null,
                        "The range of the saving in money contains what was asked. Asked: 100 USD a month; range of the net"
                                + " saving: 70 USD to 100 USD."));
        assertThat(reason(cost("datadog", "70", "100")))
                .isEqualTo(new Reason(
                        "SAVING_UNPRICED",
                        null,
                        "The saving in money could not be estimated. Asked: 100 USD a month at grafana-cloud."));
    }

    @Test
    void anEstimateOfAnotherCandidateOrInAnotherCurrencyIsNone() {
        CostEstimate other = new CostEstimate(
                "other", "grafana-cloud", "1", false, usd("500"), usd("120"), usd("110"), usd("130"), List.of());
        CostEstimate euros = new CostEstimate(
                "candidate", "grafana-cloud", "1", false, eur("500"), eur("120"), eur("110"), eur("130"), List.of());

        assertThat(gate(other)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate(euros)).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate(cost("grafana-cloud", null, "300"))).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Reason reason(CostEstimate cost) {
        return PriceGate.apply(result(Verdict.PROMOTE), HUNDRED, List.of(cost))
                .reasons()
                .getFirst();
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    @Test
    void withoutAMinimumAPriceDecidesNothing() {
        AnalysisResult result = result(Verdict.PROMOTE);

        assertThat(PriceGate.apply(result, null, List.of())).isSameAs(result);
    }

    @Test
    void candidatesThatDoNotWinAreLeftAlone() {
        AnalysisResult result = PriceGate.apply(result(Verdict.INVALID), HUNDRED, List.of());

        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.winner()).isEmpty();
    }

    @Test
    void theBestCandidateComesFirst() {
        CandidateResult less = candidate("less", Verdict.PROMOTE, 0.6);
        CandidateResult more = candidate("more", Verdict.PROMOTE, 0.3);
        CandidateResult lost = candidate("lost", Verdict.REJECT, 0.1);
        CandidateResult unknown = new CandidateResult("unknown", Verdict.REJECT, List.of(), 1, List.of());

        assertThat(Ranking.of(List.of(unknown, lost, less, more)))
                .extracting(CandidateResult::name)
                .containsExactly("more", "less", "lost", "unknown");
    }

    private static Verdict gate(CostEstimate cost) {
        return PriceGate.apply(result(Verdict.PROMOTE), HUNDRED, List.of(cost)).verdict();
    }

    private static AnalysisResult result(Verdict verdict) {
        CandidateResult candidate = candidate("candidate", verdict, 0.4);
        return new AnalysisResult(
                AnalysisResult.SCHEMA, verdict, List.of(), "host", List.of(candidate), Map.of(), Map.of(), "sha256:0");
    }

    private static CandidateResult candidate(String name, Verdict verdict, double ratio) {
        return new CandidateResult(
                name, verdict, List.of(), 1, List.of(AMetric.goal().ratio(ratio).build()));
    }

    private static CostEstimate cost(String book, String low, String high, @Nullable Double timeScale) {
        CostEstimate cost = cost(book, low, high);
        return net(
                cost,
                new MoneyRange(cost.monthlySaving(), cost.monthlySavingLow(), cost.monthlySavingHigh()),
                timeScale);
    }

    private static CostEstimate net(CostEstimate cost, MoneyRange range) {
        return net(cost, range, null);
    }

    private static CostEstimate net(CostEstimate cost, MoneyRange range, @Nullable Double timeScale) {
        CostBreakdown.Saving saving = new CostBreakdown.Saving(range, range);
        CostBreakdown breakdown = new CostBreakdown(
                range,
                saving,
                saving,
                range,
                null,
                new Recommendation(Recommendation.Advice.ADOPT, "It saves."),
                List.of(),
                new CostBreakdown.Scope(1, 1, "One host.", timeScale),
                List.of());
        return new CostEstimate(
                cost.candidate(),
                cost.book(),
                "1",
                false,
                cost.baseline(),
                cost.monthlySaving(),
                cost.monthlySavingLow(),
                cost.monthlySavingHigh(),
                List.of(),
                breakdown);
    }

    private static CostEstimate cost(String book, @Nullable String low, @Nullable String high) {
        return new CostEstimate(
                "candidate",
                book,
                "1",
                false,
                usd("500"),
                usd(low == null ? "120" : low),
                low == null ? null : usd(low),
                high == null ? null : usd(high),
                List.of());
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
