package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;

/** An amount of one currency; {@code currency} is an ISO 4217 code. */
public record Money(BigDecimal amount, String currency) {
    /** Divisions keep 34 digits; what is off in the last of them must not decide a half. */
    private static final MathContext WITHOUT_NOISE = new MathContext(30);

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** The amount rounded half-even to the currency's minor unit, which is the cent for USD. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(
                amount.round(WITHOUT_NOISE)
                        .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_EVEN),
                currency.getCurrencyCode());
    }

    /** The code and every digit of the amount with grouping, for example {@code USD 25,954.00}; the same in every locale. */
    public String text() {
        return currency + " " + String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
}
