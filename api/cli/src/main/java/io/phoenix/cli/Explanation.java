package io.phoenix.cli;

import io.phoenix.client.BillResponse;
import io.phoenix.client.Json;
import io.phoenix.client.MoneyRangeResponse;
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

    void print(BillResponse bill) {
        out.println();
        out.println(bill.book() + " " + bill.priceVersion() + " = "
                + Amounts.text(bill.month().expected()) + range(bill.month()));
        out.println("    fee " + Amounts.text(bill.fee()) + " + the sum of the lines");
        bill.lines().forEach(line -> line(Json.convert(line, PricedEstimate.Line.class)));
        bill.notes().forEach(note -> out.println("    - " + note));
    }

    private static String range(MoneyRangeResponse amount) {
        String range = Amounts.range(amount);
        return range == null ? "" : " (" + range + ")";
    }

    private void figure(PricedEstimate.Figure figure) {
        out.println("  " + figure.name() + " = " + Amounts.text(figure.result().expected()) + range(figure.result()));
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
