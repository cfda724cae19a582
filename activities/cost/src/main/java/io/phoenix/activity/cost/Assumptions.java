package io.phoenix.activity.cost;

import io.phoenix.domain.cost.ActiveSeriesPrice;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.shape.DurationText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences without which nobody can judge an estimate. */
final class Assumptions {
    private final PriceBookEntry entry;
    private final List<String> sentences = new ArrayList<>();

    private Assumptions(PriceBookEntry entry) {
        this.entry = entry;
    }

    static List<String> of(PriceBookEntry entry, MeasuredBaseline baseline, CandidateVolumes candidate) {
        Assumptions assumptions = new Assumptions(entry);
        assumptions.price();
        switch (entry.model()) {
            case ActiveSeriesPrice price -> assumptions.activeSeries(price, baseline.volume());
        }
        assumptions.measurement(baseline, candidate);
        return assumptions.sentences;
    }

    private void price() {
        sentences.add("List price of " + entry.vendor() + " " + entry.plan() + ", region " + entry.region()
                + ", read on " + entry.dateRead() + ", without discounts and taxes.");
        if (!entry.verified()) {
            sentences.add(
                    "The price is not verified: it was not read on the vendor's own page (" + entry.source() + ").");
        }
    }

    private void activeSeries(ActiveSeriesPrice price, Volume baseline) {
        String perThousand = money(price.perThousand());
        String included = number(price.included());
        sentences.add("Formula of a month: " + money(price.platformFee()) + " and " + perThousand
                + " for each 1,000 billed above " + included
                + "; billed is the greater of active series and samples per minute / "
                + price.includedSamplesPerMinute().toPlainString() + ", each at its 95th percentile.");
        sentences.add("The baseline sent " + number(baseline.activeSeries()) + " active series and "
                + number(baseline.samplesPerMinute()) + " samples per minute, so "
                + number(price.billed(baseline)) + " are billed, by its "
                + (price.billsSamples(baseline) ? "samples" : "series") + ".");
        if (price.billed(baseline).compareTo(price.included()) <= 0) {
            sentences.add("That lies within the " + included
                    + " included series, so nothing but the platform fee is billed and there is nothing to save.");
        }
        sentences.add("The account is taken to send nothing else; on one that is above the " + included
                + " included series already, each 1,000 billed series saved are worth " + perThousand + " a month.");
    }

    private void measurement(MeasuredBaseline baseline, CandidateVolumes candidate) {
        sentences.add("Measured for " + DurationText.format(baseline.measured())
                + " and taken as the whole month of 730 hours: the volume of this experiment's input, simulated or real, and"
                + " of no other host.");
        CandidateVolumes.Range range = candidate.range();
        sentences.add("The candidate's volume is the baseline's times the measured ratio; "
                + (range == null
                        ? "the ratio has no confidence interval, so there is no range."
                        : "the range is at the ends of its confidence interval (" + percent(range.confidence())
                                + ")."));
        sentences.add(
                "CPU and memory of the collectors and the double collection during the experiment are not counted.");
    }

    private String money(BigDecimal amount) {
        return entry.currency().getCurrencyCode() + " " + amount.toPlainString();
    }

    private static String number(BigDecimal value) {
        return String.format(
                Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static String percent(double share) {
        return new BigDecimal(String.format(Locale.ROOT, "%.4g", 100 * share))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
