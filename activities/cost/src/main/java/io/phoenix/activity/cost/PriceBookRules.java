package io.phoenix.activity.cost;

import io.phoenix.domain.shape.Part;
import io.phoenix.error.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of a price book entry that lie between its fields. */
final class PriceBookRules {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final Part root;
    private final List<Violation> violations = new ArrayList<>();

    PriceBookRules(Part root) {
        this.root = root;
    }

    List<Violation> violations() {
        currency();
        date(root.partOrEmpty("price"));
        for (Part charge : root.parts("charges")) {
            aboveZero(charge, "unit");
            tiers(charge);
            charge.parts("counted").forEach(this::quantity);
        }
        return List.copyOf(violations);
    }

    private void currency() {
        String code = root.text("currency");
        if (code != null
                && Currency.getAvailableCurrencies().stream()
                        .filter(PriceBookRules::hasMinorUnit)
                        .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            refuse(root, "currency", "'" + code + "' is not a currency of ISO 4217");
        }
    }

    /** Metals, units of account and codes for tests have none, and nobody bills in them. */
    private static boolean hasMinorUnit(Currency currency) {
        return currency.getDefaultFractionDigits() >= 0;
    }

    private void date(Part price) {
        String date = price.text("dateRead");
        if (date == null) {
            return;
        }
        try {
            if (LocalDate.parse(date).isBefore(EARLIEST)) {
                refuse(
                        price,
                        "dateRead",
                        "'" + date + "' is before " + EARLIEST + ": write the day on which the price was read");
            }
        } catch (DateTimeException e) {
            refuse(price, "dateRead", "'" + date + "' is not a day of the calendar");
        }
    }

    private void tiers(Part charge) {
        List<Part> tiers = charge.parts("tiers");
        BigDecimal last = BigDecimal.ZERO;
        for (int i = 0; i < tiers.size(); i++) {
            Part tier = tiers.get(i);
            BigDecimal upTo = tier.amount("upTo");
            boolean isLast = i == tiers.size() - 1;
            if (isLast && upTo != null) {
                refuse(tier, "upTo", "the last tier has no end, leave upTo out");
            } else if (!isLast && (upTo == null || upTo.compareTo(last) <= 0)) {
                refuse(tier, "upTo", "a tier ends above " + last.toPlainString() + ", where the one before it ends");
            }
            last = upTo == null ? last : upTo;
        }
    }

    private void quantity(Part quantity) {
        aboveZero(quantity.partOrEmpty("sampleRate"), "perMinute");
        Part bytes = quantity.partOrEmpty("bytes");
        BigDecimal listed = bytes.amount("perSample");
        if (listed != null && !(rising(bytes.amount("least"), listed) && rising(listed, bytes.amount("most")))) {
            refuse(bytes, "perSample", listed.toPlainString() + " does not lie between least and most");
        }
    }

    private static boolean rising(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null || one.compareTo(other) <= 0;
    }

    private void aboveZero(Part part, String name) {
        BigDecimal value = part.amount(name);
        if (value != null && value.signum() == 0) {
            refuse(part, name, name + " is 0, expected more");
        }
    }

    private void refuse(Part part, String name, String message) {
        violations.add(new Violation(part.at(name).text(), "rule", message));
    }
}
