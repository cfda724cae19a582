package io.phoenix.cli;

import io.phoenix.client.MoneyRangeResponse;
import io.phoenix.client.MoneyResponse;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts in tables, the same in every locale. */
final class Amounts {
    private Amounts() {}

    static @Nullable String text(@Nullable MoneyResponse money) {
        return money == null
                ? null
                : String.format(Locale.ROOT, "%,.2f", money.amount().setScale(2, RoundingMode.HALF_EVEN)) + " "
                        + money.currency();
    }

    /** Without currency and separators, for columns of a spreadsheet. */
    static @Nullable String plain(@Nullable MoneyResponse money) {
        return money == null ? null : money.amount().toPlainString();
    }

    static @Nullable String range(@Nullable MoneyRangeResponse range) {
        return range == null ? null : range(range.low(), range.high());
    }

    static @Nullable String range(@Nullable MoneyResponse low, @Nullable MoneyResponse high) {
        return low == null || high == null ? null : text(low) + " .. " + text(high);
    }
}
