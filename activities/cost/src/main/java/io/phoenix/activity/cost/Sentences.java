package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers within sentences, the same in every locale. */
final class Sentences {
    private Sentences() {}

    /** A price with every digit that it has, at least those of the minor unit. */
    static String price(BigDecimal amount, Currency currency) {
        int scale = Math.max(
                currency.getDefaultFractionDigits(), amount.stripTrailingZeros().scale());
        return new Money(amount.setScale(Math.max(0, scale), RoundingMode.UNNECESSARY), currency.getCurrencyCode())
                .text();
    }

    /** {@code USD 1.00 to 2.00}, or one amount when there is no more. */
    static String range(MoneyRange range) {
        if (range.low() == null) {
            return range.expected().text() + " (range unknown)";
        }
        Money low = range.lowest();
        Money high = range.highest();
        return low.equals(high)
                ? low.text()
                : low.text() + " to " + high.text().substring(high.currency().length() + 1);
    }

    static String number(BigDecimal value) {
        return String.format(
                Locale.ROOT, "%,d", value.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    /** {@code +12.0 %}, or both ends. */
    static String change(@Nullable BigDecimal low, @Nullable BigDecimal expected, @Nullable BigDecimal high) {
        if (expected == null) {
            return "from none";
        }
        String point = signed(expected);
        return low == null || high == null ? point : point + " (" + signed(low) + " to " + signed(high) + ")";
    }

    private static String signed(BigDecimal share) {
        return String.format(Locale.ROOT, "%+.1f %%", share.movePointRight(2));
    }

    static String level(double confidence) {
        return new BigDecimal(String.format(Locale.ROOT, "%.4g", 100 * confidence))
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}
