package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Bill;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.Figure;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.DurationText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every amount of an estimate was computed. */
final class Figures {
    private static final String BILL = "fee + the sum of the lines";

    private final PricedCandidate priced;
    private final PriceBookEntry entry;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(PricedCandidate priced) {
        this.priced = priced;
        this.entry = priced.entry();
    }

    static List<Figure> of(
            PricedCandidate priced, MeasuredBaseline measured, MoneyRange baseline, CostBreakdown breakdown) {
        Figures figures = new Figures(priced);
        figures.bills(measured, baseline, breakdown.candidate());
        figures.savings(breakdown);
        return figures.figures;
    }

    private void bills(MeasuredBaseline measured, MoneyRange baseline, MoneyRange candidate) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("fee", price(entry.model().fee()));
        inputs.put("measuredFor", DurationText.format(measured.measured().truncatedTo(ChronoUnit.MILLIS)));
        inputs.put("hosts", Integer.toString(priced.scope().fleet()));
        add("baseline_month", BILL, inputs, bill(priced.baseline()), baseline);
        add(
                "candidate_month",
                BILL,
                ratios(inputs, Figures::text),
                bill(priced.candidate(Ends.Side.EXPECTED)),
                candidate);
        if (priced.bounded()) {
            end("candidate_month_least", Ends.Side.LEAST, inputs);
            end("candidate_month_most", Ends.Side.MOST, inputs);
        }
    }

    /** The bill at one end of every interval, at the listed price. */
    private void end(String name, Ends.Side side, Map<String, String> inputs) {
        Volume volume = priced.candidate(side);
        BigDecimal month = entry.model().perMonth(volume);
        add(
                name,
                BILL,
                ratios(inputs, ends -> ends.at(side).toPlainString()),
                bill(volume),
                MoneyRange.rounded(new MoneyRange.Decimals(month, month, month), entry.currency()));
    }

    private Map<String, String> ratios(Map<String, String> inputs, Function<Ends, String> text) {
        Map<String, String> all = new LinkedHashMap<>(inputs);
        new TreeMap<>(priced.volumes().changes())
                .forEach((metric, change) -> all.put(name(metric), text.apply(change)));
        return all;
    }

    private void savings(CostBreakdown breakdown) {
        PriceBookEntry compute = priced.compute();
        add(
                "saving_month",
                "baseline_month - candidate_month",
                Map.of(),
                null,
                breakdown.gross().month());
        add(
                "saving_year",
                "12 * saving_month",
                Map.of(),
                null,
                breakdown.gross().year());
        Map<String, String> collectors = new LinkedHashMap<>();
        collectors.put("coresBaseline", priced.baseline().collectors().cores().toPlainString());
        collectors.put(
                "coresCandidate",
                priced.candidate(Ends.Side.EXPECTED).collectors().cores().toPlainString());
        collectors.put(
                "gibibytesBaseline", priced.baseline().collectors().gibibytes().toPlainString());
        collectors.put(
                "gibibytesCandidate",
                priced.candidate(Ends.Side.EXPECTED).collectors().gibibytes().toPlainString());
        collectors.put("collectorPrice", compute == null ? "none" : compute.id() + " " + compute.version());
        add(
                "collector_saving_month",
                compute == null ? "not counted" : "730 * (cores less * core hour + GiB less * GiB hour)",
                collectors,
                null,
                MoneyRange.rounded(priced.collectorSaving(), entry.currency()));
        add(
                "net_month",
                "saving_month + collector_saving_month",
                Map.of(),
                null,
                breakdown.net().month());
        add(
                "testing",
                "a month with both variants beside what ran already - a month without; means rise by shareOfMonth, a 95th"
                        + " percentile only when it is above 0.05; each of their series appears once, which a window of"
                        + " distinct series counts as a whole",
                Map.of(
                        "shareOfMonth",
                        priced.test().share().round(MathContext.DECIMAL64).toPlainString()),
                null,
                breakdown.testing());
        add(
                "net_first_year",
                "12 * net_month - testing",
                Map.of(),
                null,
                breakdown.net().year());
    }

    private void add(String name, String formula, Map<String, String> inputs, @Nullable Bill bill, MoneyRange result) {
        figures.add(new Figure(
                name, formula, inputs, bill == null ? null : bill.lines(), entry.id() + " " + entry.version(), result));
    }

    private Bill bill(Volume volume) {
        return entry.model().bill(volume, Reading.LISTED);
    }

    private String price(BigDecimal amount) {
        return Sentences.price(amount, entry.currency());
    }

    private static String name(Metric metric) {
        return "ratio of " + metric.metricName();
    }

    private static String text(Ends ends) {
        return ends.bounded()
                ? ends.expected().toPlainString() + " ("
                        + ends.at(Ends.Side.LEAST).toPlainString() + " to "
                        + ends.at(Ends.Side.MOST).toPlainString() + ")"
                : ends.expected().toPlainString();
    }
}
