package io.phoenix.activity.cost;

import io.phoenix.domain.cost.BytesPerSample;
import io.phoenix.domain.cost.Charge;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.PriceModel;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Sizing;
import io.phoenix.domain.cost.Statistic;
import io.phoenix.domain.cost.Tier;
import io.phoenix.domain.shape.Part;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Makes the entry of an object that was read without any violation. */
final class PriceBookAssembly {
    private static final Map<String, Function<Part, Quantity>> QUANTITIES = Map.of(
            "series", given -> new Quantity.Series(given.certain("window", Duration.class), statistic(given)),
            "sampleRate", given -> new Quantity.SampleRate(amount(given, "perMinute"), statistic(given)),
            "samples", given -> new Quantity.Samples(),
            "bytes", given -> new Quantity.Bytes(bytes(given), sizing(given)),
            "queriedSamples", given -> new Quantity.QueriedSamples(),
            "coreHours", given -> new Quantity.CoreHours(),
            "gibibyteHours", given -> new Quantity.GibibyteHours());

    private PriceBookAssembly() {}

    static PriceBookEntry entry(Part root, long revision) {
        return new PriceBookEntry(
                text(root, "id"),
                new PriceBookEntry.Plan(text(root, "vendor"), text(root, "plan"), text(root, "region")),
                Currency.getInstance(text(root, "currency")),
                rule(root.partOrEmpty("rule")),
                price(root.partOrEmpty("price"), revision),
                new PriceModel(
                        amount(root, "fee"),
                        root.parts("charges").stream()
                                .map(PriceBookAssembly::charge)
                                .toList()),
                root.texts("notes"));
    }

    private static PriceBookEntry.Rule rule(Part rule) {
        return new PriceBookEntry.Rule(text(rule, "text"), text(rule, "source"), flag(rule, "verified"));
    }

    private static PriceBookEntry.Price price(Part price, long revision) {
        return new PriceBookEntry.Price(
                text(price, "source"), LocalDate.parse(text(price, "dateRead")), flag(price, "verified"), revision);
    }

    private static Charge charge(Part charge) {
        return new Charge(
                text(charge, "name"),
                charge.parts("counted").stream()
                        .map(PriceBookAssembly::quantity)
                        .toList(),
                amount(charge, "unit"),
                text(charge, "rounding").equals(PriceBookShape.DOWN) ? Charge.Rounding.DOWN : Charge.Rounding.NONE,
                new Charge.Allotment(amount(charge, "included"), amount(charge, "includedPerHost")),
                charge.parts("tiers").stream().map(PriceBookAssembly::tier).toList());
    }

    private static Tier tier(Part tier) {
        return new Tier(tier.amount("upTo"), amount(tier, "price"), flag(tier, "verified"));
    }

    private static Quantity quantity(Part quantity) {
        String kind = quantity.values().keySet().iterator().next();
        return Objects.requireNonNull(QUANTITIES.get(kind), kind).apply(quantity.partOrEmpty(kind));
    }

    private static BytesPerSample bytes(Part bytes) {
        BigDecimal listed = amount(bytes, "perSample");
        BigDecimal least = bytes.amount("least");
        BigDecimal most = bytes.amount("most");
        return new BytesPerSample(listed, least == null ? listed : least, most == null ? listed : most);
    }

    private static Statistic statistic(Part quantity) {
        return text(quantity, "statistic").equals(PriceBookShape.MEAN) ? Statistic.MEAN : Statistic.PERCENTILE_95;
    }

    private static Sizing sizing(Part bytes) {
        return text(bytes, "sizing").equals(PriceBookShape.FIXED) ? Sizing.FIXED : Sizing.AS_SENT;
    }

    private static String text(Part part, String name) {
        return part.certain(name, String.class);
    }

    private static BigDecimal amount(Part part, String name) {
        return part.certain(name, BigDecimal.class);
    }

    private static boolean flag(Part part, String name) {
        return part.certain(name, Boolean.class);
    }
}
