package io.phoenix.activity.analysis.report;

import io.phoenix.domain.cost.BillLine;
import io.phoenix.domain.cost.BreakEven;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Figure;
import io.phoenix.domain.cost.MoneyRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The net saving with its recommendation, and how every amount was computed. */
final class CostDetails {
    private CostDetails() {}

    static List<Section> of(List<CostEstimate> costs) {
        List<CostEstimate> known =
                costs.stream().filter(cost -> cost.breakdown() != null).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>(net(known));
        known.forEach(cost -> sections.addAll(figures(cost, breakdown(cost))));
        return List.of(new Section.Appendix(sections));
    }

    private static List<Section> net(List<CostEstimate> costs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "candidate",
                "price book",
                "gross a month",
                "net a month",
                "range",
                "first year",
                "break-even",
                "advice"));
        costs.forEach(cost -> rows.add(net(cost, breakdown(cost))));
        return List.of(
                new Section.Subheading("Net of the collectors' own CPU and memory, and of the experiment"),
                new Section.Grid(rows),
                new Section.Points(costs.stream()
                        .map(cost -> cost.candidate() + " at " + cost.book() + ": "
                                + breakdown(cost).recommendation().reason())
                        .toList()));
    }

    private static List<String> net(CostEstimate cost, CostBreakdown breakdown) {
        return List.of(
                cost.candidate(),
                cost.book(),
                Figures.money(breakdown.gross().month().expected()),
                Figures.money(breakdown.net().month().expected()),
                range(breakdown.net().month()),
                range(breakdown.net().year()),
                breakEven(breakdown.breakEven()),
                breakdown.recommendation().advice().name());
    }

    private static String breakEven(@Nullable BreakEven days) {
        if (days == null) {
            return "never";
        }
        String worst = days.worst() == null ? "never" : days.worst().toPlainString();
        return days.best() == null
                ? days.days().toPlainString() + " days"
                : days.days().toPlainString() + " days (" + days.best().toPlainString() + " to " + worst + ")";
    }

    private static List<Section> figures(CostEstimate cost, CostBreakdown breakdown) {
        if (breakdown.figures().isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("figure", "amount", "range", "formula and inputs"));
        breakdown.figures().forEach(figure -> rows.add(row(figure)));
        return List.of(
                new Section.Subheading("How it was computed: " + cost.candidate() + " at " + cost.book()
                        + ", price version " + cost.priceVersion()),
                new Section.Grid(rows));
    }

    private static List<String> row(Figure figure) {
        String inputs = figure.inputs().entrySet().stream()
                .map(input -> input.getKey() + " = " + input.getValue())
                .collect(Collectors.joining("; "));
        String lines = figure.bill() == null
                ? ""
                : figure.bill().stream().map(CostDetails::line).collect(Collectors.joining("; "));
        return List.of(
                figure.name(),
                Figures.money(figure.result().expected()),
                range(figure.result()),
                List.of(figure.formula(), inputs, lines).stream()
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(". ")));
    }

    private static String line(BillLine line) {
        Map<String, BigDecimal> inputs = line.counted().inputs();
        String counted = line.charge() + ": " + number(line.counted().amount()) + " "
                + line.counted().unit() + " (" + line.counted().formula() + " with "
                + inputs.entrySet().stream()
                        .map(input -> input.getKey() + " = " + number(input.getValue()))
                        .collect(Collectors.joining(", "))
                + ")";
        String parts = Objects.requireNonNullElse(line.parts(), List.<BillLine.Part>of()).stream()
                .map(part -> number(part.units()) + " * " + part.price().toPlainString())
                .collect(Collectors.joining(" + "));
        return counted + " less " + number(line.included()) + " included, by " + number(line.unit()) + ": "
                + (parts.isEmpty() ? "nothing is charged" : parts);
    }

    private static String range(MoneyRange range) {
        return range.low() == null || range.high() == null
                ? Figures.NONE
                : Figures.amount(range.low()) + " .. " + Figures.amount(range.high());
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(9)).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static CostBreakdown breakdown(CostEstimate cost) {
        return Objects.requireNonNull(cost.breakdown());
    }
}
