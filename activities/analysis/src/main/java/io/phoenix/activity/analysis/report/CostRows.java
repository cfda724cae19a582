package io.phoenix.activity.analysis.report;

import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the saving is worth, net where that is known, as a table with its assumptions. */
final class CostRows {
    private CostRows() {}

    static List<Section> of(List<CostEstimate> costs) {
        if (costs.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "price book", "baseline", "saving", "range", "saving is"));
        costs.forEach(cost -> rows.add(row(cost)));
        return List.of(
                new Section.Heading("Saving a month at list prices"),
                new Section.Grid(rows),
                new Section.Points(costs.stream()
                        .flatMap(cost -> cost.assumptions().stream())
                        .distinct()
                        .toList()));
    }

    private static List<String> row(CostEstimate cost) {
        MoneyRange net = cost.netMonth();
        return List.of(
                cost.candidate(),
                cost.book() + " " + cost.priceVersion() + (cost.verified() ? "" : " (not verified)"),
                Figures.money(cost.baseline()),
                Figures.money(net.expected()),
                range(net.low(), net.high()),
                cost.basis());
    }

    private static String range(@Nullable Money low, @Nullable Money high) {
        return low == null || high == null ? Figures.NONE : Figures.money(low) + " .. " + Figures.money(high);
    }
}
