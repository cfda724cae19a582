package io.phoenix.activity.cost;

import static io.phoenix.domain.shape.Field.optional;
import static io.phoenix.domain.shape.Field.required;
import static io.phoenix.domain.shape.Field.withDefault;

import io.phoenix.domain.shape.Shape;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What the file of a price book entry may hold. */
final class PriceBookShape {
    static final String VERSION = "phoenix.price-book/v1";
    static final String MEAN = "mean";
    static final String PERCENTILE_95 = "p95";
    static final String FIXED = "fixed";
    static final String AS_SENT = "as-sent";
    static final String NO_ROUNDING = "none";
    static final String DOWN = "down";

    private static final Pattern NOT_BLANK = Pattern.compile("[\\s\\S]*\\S[\\s\\S]*");
    private static final Shape.Text LINE = new Shape.Text("a text with something in it", NOT_BLANK, 200);
    private static final Shape.Text SENTENCES = new Shape.Text("a text with something in it", NOT_BLANK, 2_000);
    private static final Shape.Text CURRENCY =
            new Shape.Text("an ISO 4217 currency code such as USD", Pattern.compile("[A-Z]{3}"), 3);
    private static final Shape.Text DATE =
            new Shape.Text("a date such as 2026-11-21", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), 10);
    private static final Shape.Amount AMOUNT = new Shape.Amount();
    private static final Shape.Flag FLAG = new Shape.Flag();

    private PriceBookShape() {}

    static Shape.Composite root() {
        return Shape.Composite.of(
                required("schema", new Shape.OneOf("a version", List.of(VERSION)), "version of this shape"),
                required("id", Shape.Text.DNS_LABEL, "name in specs and reports"),
                required("vendor", LINE, "who bills"),
                required("plan", LINE, "which of the vendor's plans"),
                withDefault("region", LINE, "not stated", "where the price holds"),
                required("currency", CURRENCY, "of every amount"),
                required("rule", rule(), "how the vendor bills"),
                required("price", price(), "where the figures come from"),
                withDefault("fee", AMOUNT, 0, "a month, whatever the volume"),
                required("charges", new Shape.Listing(charge(), 1, 20), "lines of the bill"),
                withDefault(
                        "notes",
                        new Shape.Listing(SENTENCES, 0, 20),
                        List.of(),
                        "what a reader needs to know beside it"));
    }

    private static Shape.Composite rule() {
        return Shape.Composite.of(
                required("text", SENTENCES, "the rule in words"),
                required("source", LINE, "title of what it was read from"),
                required("verified", FLAG, "whether that is the vendor's own page"));
    }

    private static Shape.Composite price() {
        return Shape.Composite.of(
                required("source", LINE, "titles of what the figures were read from"),
                required("dateRead", DATE, "when they were read; the version of the entry"),
                required("verified", FLAG, "whether that is the vendor's own page, or your contract"));
    }

    private static Shape.Composite charge() {
        return Shape.Composite.of(
                required("name", LINE, "what the vendor calls it"),
                required("counted", new Shape.Listing(quantity(), 1, 5), "what is counted; of several the greatest"),
                required("unit", AMOUNT, "how many of them one price is for"),
                withDefault(
                        "rounding",
                        new Shape.OneOf("a rounding", List.of(NO_ROUNDING, DOWN)),
                        NO_ROUNDING,
                        "what happens to a part of a unit"),
                withDefault("included", AMOUNT, 0, "what costs nothing"),
                withDefault("includedPerHost", AMOUNT, 0, "what costs nothing for every host"),
                optional(
                        "tiers",
                        new Shape.Listing(tier(), 1, 20),
                        "prices, the last without upTo; left out: the price is not public"));
    }

    private static Shape.Composite tier() {
        return Shape.Composite.of(
                optional("upTo", AMOUNT, "last one that is charged at this price, counted from the first charged one"),
                required("price", AMOUNT, "of one unit"),
                withDefault("verified", FLAG, true, "whether this price was read on the vendor's own page"));
    }

    private static Shape.Composite quantity() {
        Shape nothing = Shape.Composite.of();
        Shape statistic = new Shape.OneOf("a figure of the month", List.of(MEAN, PERCENTILE_95));
        Shape series = Shape.Composite.of(
                required(
                        "window",
                        new Shape.Span(Duration.ofSeconds(1), Duration.ofDays(31)),
                        "in which a series counts once"),
                required("statistic", statistic, "over the windows of the month"));
        Shape rate = Shape.Composite.of(
                required("perMinute", AMOUNT, "samples per minute that count as one"),
                required("statistic", statistic, "over the month"));
        return Shape.Composite.of(
                        optional("series", series, "distinct time series"),
                        optional("sampleRate", rate, "rate of samples"),
                        optional("samples", nothing, "samples of the month"),
                        optional("bytes", bytes(), "bytes of the month's samples"),
                        optional("queriedSamples", nothing, "samples that queries read in the month"),
                        optional("coreHours", nothing, "CPU of the collectors"),
                        optional("gibibyteHours", nothing, "memory of the collectors"))
                .exactlyOneOf(
                        "series", "sampleRate", "samples", "bytes", "queriedSamples", "coreHours", "gibibyteHours");
    }

    private static Shape.Composite bytes() {
        return Shape.Composite.of(
                required("perSample", AMOUNT, "bytes that the vendor stores for one"),
                optional("least", AMOUNT, "lower end, when perSample is not known exactly"),
                optional("most", AMOUNT, "upper end, when perSample is not known exactly"),
                required(
                        "sizing",
                        new Shape.OneOf("a sizing", List.of(FIXED, AS_SENT)),
                        "whether a sample of fewer bytes takes less room"));
    }
}
