package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostEstimateTest {
    private static final MoneyRange AMOUNT = new MoneyRange(usd("2.00"), usd("1.00"), usd("3.00"));

    @Test
    void figuresAreLeftOutAndEverythingElseStays() {
        CostEstimate estimate = estimate(breakdown(List.of(figure())));

        assertThat(estimate.withoutFigures()).isEqualTo(estimate(breakdown(List.of())));
    }

    @Test
    void anEstimateWithoutABreakdownHasNoFiguresToLeaveOut() {
        CostEstimate estimate = new CostEstimate(
                "candidate",
                "book",
                "2026-11-21",
                true,
                usd("5.00"),
                usd("2.00"),
                usd("1.00"),
                usd("3.00"),
                List.of("sentence"));

        assertThat(estimate.breakdown()).isNull();
        assertThat(estimate.withoutFigures()).isSameAs(estimate);
        assertThat(estimate.netMonth()).isEqualTo(AMOUNT);
        assertThat(estimate.basis()).isEqualTo("gross");
    }

    @Test
    void halfARangeIsNone() {
        MoneyRange unknown = new MoneyRange(usd("2.00"), null, null);

        assertThat(withRange(usd("1.00"), null).netMonth()).isEqualTo(unknown);
        assertThat(withRange(null, usd("3.00")).netMonth()).isEqualTo(unknown);
    }

    @Test
    void theNetSavingIsThatOfTheBreakdown() {
        MoneyRange net = new MoneyRange(usd("1.50"), usd("0.50"), usd("2.50"));
        CostBreakdown known = breakdown(List.of());
        CostBreakdown dearer = new CostBreakdown(
                known.candidate(),
                known.gross(),
                new CostBreakdown.Saving(net, net),
                known.testing(),
                known.breakEven(),
                known.recommendation(),
                known.effects(),
                known.scope(),
                known.figures());

        assertThat(estimate(dearer).netMonth()).isEqualTo(net);
        assertThat(estimate(dearer).grossMonth()).isEqualTo(AMOUNT);
        assertThat(estimate(dearer).basis()).isEqualTo("net of the collectors' CPU and memory");
        assertThat(estimate(known).basis()).isEqualTo("gross");
    }

    @Test
    void otherHostsThanThoseMeasuredAreAnExtrapolation() {
        assertThat(new CostBreakdown.Scope(2, 20, "", null).extrapolated()).isTrue();
        assertThat(new CostBreakdown.Scope(2, 2, "", null).extrapolated()).isFalse();
    }

    @Test
    void aFigureWithoutABillIsASumOfOthers() {
        assertThat(figure().bill()).isNull();
        assertThat(new Figure("bill", "fee", Map.of(), List.of(), "1", AMOUNT).bill())
                .isEmpty();
    }

    private static CostEstimate withRange(@Nullable Money low, @Nullable Money high) {
        return new CostEstimate(
                "candidate", "book", "2026-11-21", true, usd("5.00"), usd("2.00"), low, high, List.of());
    }

    private static CostEstimate estimate(CostBreakdown breakdown) {
        return new CostEstimate(
                "candidate",
                "book",
                "2026-11-21",
                true,
                usd("5.00"),
                usd("2.00"),
                usd("1.00"),
                usd("3.00"),
                List.of("sentence"),
                breakdown);
    }

    private static CostBreakdown breakdown(List<Figure> figures) {
        return new CostBreakdown(
                AMOUNT,
                new CostBreakdown.Saving(AMOUNT, AMOUNT),
                new CostBreakdown.Saving(AMOUNT, AMOUNT),
                AMOUNT,
                new BreakEven("testing / net_month", BigDecimal.TEN, null, null),
                new Recommendation(Recommendation.Advice.ADOPT, "It saves."),
                List.of(),
                new CostBreakdown.Scope(1, 1, "", null),
                figures);
    }

    private static Figure figure() {
        return new Figure("saving_month", "a - b", Map.of("a", "USD 5.00"), null, "1", AMOUNT);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
