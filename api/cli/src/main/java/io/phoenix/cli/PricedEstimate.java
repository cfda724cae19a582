package io.phoenix.cli;

import io.phoenix.client.MoneyRangeResponse;
import io.phoenix.client.MoneyResponse;
import io.phoenix.domain.cost.CostEstimate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an estimate that commands show. */
record PricedEstimate(
        String candidate,
        String book,
        String priceVersion,
        boolean verified,
        MoneyResponse baseline,
        List<String> assumptions,
        Breakdown breakdown) {

    /** What stands behind it. */
    record Breakdown(
            MoneyRangeResponse candidate,
            Saving gross,
            Saving net,
            MoneyRangeResponse testing,
            @Nullable BreakEven breakEven,
            Recommendation recommendation,
            List<Figure> figures) {
        /** What the saving of a month is; the server makes net and gross equal where the collectors have no price. */
        String basis() {
            return net.month().equals(gross.month()) ? CostEstimate.GROSS : CostEstimate.NET;
        }
    }

    record Saving(MoneyRangeResponse month, MoneyRangeResponse year) {}

    record BreakEven(BigDecimal days) {}

    record Recommendation(String advice, String reason) {}

    /** How an amount was computed. */
    record Figure(
            String name,
            String formula,
            Map<String, String> inputs,
            @Nullable List<Line> bill,
            String priceVersion,
            MoneyRangeResponse result) {}

    /** A line of a bill. */
    record Line(
            String charge,
            Counted counted,
            BigDecimal included,
            BigDecimal unit,
            BigDecimal chargedUnits,
            List<Part> parts) {}

    record Counted(BigDecimal amount, String unit, String formula, Map<String, BigDecimal> inputs) {}

    record Part(BigDecimal units, BigDecimal price, BigDecimal amount) {}
}
