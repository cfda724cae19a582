package io.phoenix.activity.analysis.report;

import io.phoenix.domain.cost.BillLine;
import io.phoenix.domain.cost.BreakEven;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.Figure;
import io.phoenix.domain.cost.Metered;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.Recommendation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** An estimate with one figure of one line. */
final class ACost {
    private ACost() {}

    static CostEstimate estimate() {
        MoneyRange saving = new MoneyRange(usd("90.00"), usd("80.00"), usd("100.00"));
        return estimate(saving);
    }

    /** @param net of a month and, for short, of the first year */
    static CostEstimate estimate(MoneyRange net) {
        MoneyRange saving = new MoneyRange(usd("90.00"), usd("80.00"), usd("100.00"));
        CostBreakdown breakdown = new CostBreakdown(
                saving,
                new CostBreakdown.Saving(saving, saving),
                new CostBreakdown.Saving(net, net),
                saving,
                new BreakEven("testing / net_month", new BigDecimal("12.00"), new BigDecimal("10.00"), null),
                new Recommendation(Recommendation.Advice.ADOPT, "It saves."),
                List.of(),
                new CostBreakdown.Scope(1, 1, "One host.", null),
                List.of(new Figure(
                        "saving_month",
                        "baseline_month - candidate_month",
                        Map.of("fee", "USD 0.00"),
                        List.of(line()),
                        "datadog 2026",
                        saving)));
        return new CostEstimate(
                "candidate",
                "datadog",
                "2026",
                false,
                usd("500.00"),
                usd("90.00"),
                usd("80.00"),
                usd("100.00"),
                List.of("List price."),
                breakdown);
    }

    private static BillLine line() {
        BigDecimal ten = BigDecimal.TEN;
        BigDecimal counted = BigDecimal.valueOf(1200);
        return new BillLine(
                "custom metrics",
                new Metered(counted, "metrics", Dimension.LIVE_SERIES, "series * 1", Map.of("series", counted)),
                BigDecimal.valueOf(200),
                BigDecimal.valueOf(100),
                ten,
                List.of(new BillLine.Part(ten, BigDecimal.valueOf(5), BigDecimal.valueOf(50))),
                BigDecimal.valueOf(50));
    }

    static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
