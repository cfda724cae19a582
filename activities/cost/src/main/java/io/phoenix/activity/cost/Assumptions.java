package io.phoenix.activity.cost;

import io.phoenix.domain.cost.BillLine;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.DurationText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sentences without which nobody can judge an estimate. */
final class Assumptions {
    private final PricedCandidate priced;
    private final PriceBookEntry entry;
    private final List<String> sentences = new ArrayList<>();

    private Assumptions(PricedCandidate priced) {
        this.priced = priced;
        this.entry = priced.entry();
    }

    static List<String> of(PricedCandidate priced, MeasuredBaseline baseline, CostBreakdown.Scope scope) {
        Assumptions assumptions = new Assumptions(priced);
        assumptions.price();
        assumptions.volume();
        assumptions.measurement(baseline, scope);
        assumptions.notMeasured(baseline.known());
        assumptions.collectors();
        assumptions.testing();
        return assumptions.sentences;
    }

    private void price() {
        sentences.add(
                entry.own()
                        ? "Your own price of " + entry.title() + ", of "
                                + entry.price().dateRead() + "."
                        : "List price of " + entry.title() + ", region "
                                + entry.plan().region() + ", read on "
                                + entry.price().dateRead() + ", without discounts and taxes.");
        if (!entry.verified()) {
            sentences.add("The price is not verified (" + entry.price().source() + ").");
        }
        if (!entry.rule().verified()) {
            sentences.add("The billing rule is not verified (" + entry.rule().source() + ").");
        }
        sentences.add(entry.rule().text());
        sentences.addAll(entry.notes());
    }

    private void volume() {
        for (BillLine line :
                entry.model().bill(priced.baseline(), Reading.LISTED).lines()) {
            String counted = Sentences.number(line.counted().amount()) + " "
                    + line.counted().unit();
            sentences.add("The baseline's " + line.charge() + ": " + counted
                    + (line.withinIncluded() ? within(line) : charged(line)));
        }
    }

    private static String within(BillLine line) {
        return line.included().signum() == 0
                ? ", so nothing is charged."
                : ", which lie within the " + Sentences.number(line.included())
                        + " included, so there is nothing to save.";
    }

    private String charged(BillLine line) {
        String free = line.included().signum() == 0 ? "" : " less " + Sentences.number(line.included()) + " included";
        List<BillLine.Part> parts = line.reached();
        String last = parts.isEmpty()
                ? ""
                : " at " + Sentences.price(parts.getLast().price(), entry.currency())
                        + (line.unit().compareTo(BigDecimal.ONE) == 0
                                ? " each"
                                : " for each " + Sentences.number(line.unit()))
                        + (parts.size() > 1 ? " in the last of " + parts.size() + " tiers" : "");
        return free + last + ".";
    }

    private void measurement(MeasuredBaseline baseline, CostBreakdown.Scope scope) {
        sentences.add("Measured for " + text(baseline.measured())
                + " and taken as the whole month of 730 hours; the account is taken to send nothing else.");
        timeScale(priced.scope().timeScale());
        sentences.add(scope.sentence());
        sentences.add("The candidate's volume is the baseline's times the measured ratio; "
                + (priced.bounded()
                        ? "the range is at both ends of its confidence intervals ("
                                + Sentences.levels(priced.levels())
                                + ") at once and at both ends of figures that nobody has verified."
                        : "a ratio has no confidence interval, so there is no range."));
    }

    private void timeScale(double factor) {
        if (factor != 1) {
            sentences.add("Measured at time scale "
                    + BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString()
                    + ": samples were sent and series came and went as much faster, so a bill by samples is up to "
                    + BigDecimal.ONE
                            .divide(BigDecimal.valueOf(factor), new MathContext(3))
                            .stripTrailingZeros()
                            .toPlainString()
                    + " times that of real time; no ledger counts this run.");
        }
    }

    private void notMeasured(Set<Metric> known) {
        if (!known.contains(Metric.SERIES_CHURN)) {
            sentences.add("How many series come and go was not measured and is taken as none.");
        }
        if (!priced.volumes().measured(Metric.BYTES_PER_SECOND)) {
            sentences.add("The size of the samples was not measured and is taken as unchanged.");
        }
        sentences.add("Queries are not measured and not priced.");
    }

    private void collectors() {
        if (entry.id().equals(PriceBooks.COMPUTE)) {
            return;
        }
        PriceBookEntry compute = priced.compute();
        sentences.add(
                compute == null
                        ? "CPU and memory of the collectors are not counted: " + PriceBooks.COMPUTE
                                + " has no price in this currency."
                        : "CPU and memory of the collectors are counted in the net saving, at " + compute.title()
                                + ", version " + compute.version() + ".");
    }

    private void testing() {
        sentences.add(
                "The experiment itself is priced once, as if both variants had been collected and billed beside what ran"
                        + " already for " + text(priced.test().tested())
                        + "; a distinct series for every billing window that it was seen in.");
    }

    private static String text(Duration duration) {
        return DurationText.format(duration.truncatedTo(ChronoUnit.MILLIS));
    }
}
