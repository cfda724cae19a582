package io.phoenix.activity.analysis.report;

import io.phoenix.domain.cost.CostEstimate;
import java.util.ArrayList;
import java.util.List;

/** What the saving is worth, as a table with its assumptions. */
final class CostRows {
    private CostRows() {}

    static List<Section> of(List<CostEstimate> costs) {
        if (costs.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("candidate", "price book", "baseline", "saving", "range"));
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
        String range = cost.monthlySavingLow() == null || cost.monthlySavingHigh() == null
                ? Figures.NONE
                : Figures.money(cost.monthlySavingLow()) + " .. " + Figures.money(cost.monthlySavingHigh());
        return List.of(
                cost.candidate(),
                cost.book() + " " + cost.priceVersion() + (cost.verified() ? "" : " (not verified)"),
                Figures.money(cost.baseline()),
                Figures.money(cost.monthlySaving()),
                range);
    }
}
