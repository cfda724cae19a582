package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
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

    /** One level, or each by its metric where they differ. */
    static String levels(SortedMap<Metric, Double> levels) {
        return levels.values().stream().distinct().count() > 1
                ? levels.entrySet().stream()
                        .map(level -> level.getKey().metricName() + " " + level(level.getValue()))
                        .collect(Collectors.joining(", "))
                : levels.values().stream().findFirst().map(Sentences::level).orElse("none is counted");
    }

    /** With two digits behind the point, or as many as tell it from certainty. */
    static String level(double confidence) {
        BigDecimal beyond = new BigDecimal(100 * (1 - confidence));
        BigDecimal rounded = beyond.setScale(2, RoundingMode.HALF_EVEN);
        BigDecimal told = rounded.signum() == 0 ? beyond.round(new MathContext(2)) : rounded;
        return BigDecimal.valueOf(100).subtract(told).stripTrailingZeros().toPlainString() + " %";
    }
}
