package io.phoenix.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.stream.Collectors;

/** How the amounts of an estimate were computed, for people. */
final class Explanation {
    private final PrintWriter out;

    Explanation(PrintWriter out) {
        this.out = out;
    }

    void print(PricedEstimate estimate) {
        out.println();
        out.println(estimate.candidate() + " at " + estimate.book() + " " + estimate.priceVersion());
        estimate.breakdown().figures().forEach(this::figure);
        out.println("  assumptions");
        estimate.assumptions().forEach(sentence -> out.println("    - " + sentence));
    }

    private void figure(PricedEstimate.Figure figure) {
        String range = Amounts.range(figure.result());
        out.println("  " + figure.name() + " = " + Amounts.text(figure.result().expected())
                + (range == null ? "" : " (" + range + ")"));
        out.println("    " + figure.formula());
        figure.inputs().forEach((name, value) -> out.println("    " + name + " = " + value));
        if (figure.bill() != null) {
            figure.bill().forEach(this::line);
        }
    }

    private void line(PricedEstimate.Line line) {
        out.println("    " + line.charge() + ": " + number(line.counted().amount()) + " "
                + line.counted().unit() + " = " + line.counted().formula() + " with "
                + inputs(line.counted().inputs()));
        out.println("      less " + number(line.included()) + " included, by " + number(line.unit()) + " = "
                + number(line.chargedUnits()) + " charged");
        line.parts()
                .forEach(part -> out.println(
                        "      " + number(part.units()) + " * " + part.price() + " = " + number(part.amount())));
    }

    private static String inputs(Map<String, BigDecimal> inputs) {
        return inputs.entrySet().stream()
                .map(input -> input.getKey() + " = " + number(input.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(BigDecimal value) {
        BigDecimal rounded = value.round(new MathContext(12)).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
