package io.phoenix.activity.analysis.report;

import io.phoenix.domain.cost.Money;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in every locale. */
final class Figures {
    static final String NONE = "-";

    /** From here on digits tell nothing any more. */
    private static final double LONGEST = 1e12;

    /** An interval that reaches further says nothing but so. */
    private static final double WIDEST = 1e5;

    private static final double MEBIBYTE = 1024 * 1024;

    private Figures() {}

    /** A measured value in its UCUM unit. */
    static String value(@Nullable Double value, String unit) {
        if (value == null) {
            return NONE;
        }
        return unit.equals("By") ? number(value / MEBIBYTE) + " MiB" : number(value);
    }

    /** A relative change of a ratio, for example {@code -65.5 %}. */
    static String change(@Nullable Double ratio) {
        return ratio == null ? NONE : percent(ratio - 1);
    }

    /** A share without a sign, for example {@code 65.5 %}. */
    static String share(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** Both bounds of a ratio as changes. */
    static String changes(@Nullable Double lower, @Nullable Double upper) {
        return lower == null || upper == null ? NONE : percent(lower - 1) + " .. " + percent(upper - 1);
    }

    static String range(@Nullable Double lower, @Nullable Double upper, String unit) {
        return lower == null || upper == null ? NONE : value(lower, unit) + " .. " + value(upper, unit);
    }

    static String money(Money money) {
        return amount(money) + " " + money.currency();
    }

    /** Without its currency. */
    static String amount(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String level(double confidence) {
        double beyond = (1 - confidence) * 100;
        String text = beyond >= 0.01 || beyond <= 0
                ? String.format(Locale.ROOT, "%.4g", confidence * 100)
                : String.format(Locale.ROOT, "%." + (int) Math.ceil(1 - Math.log10(beyond)) + "f", 100 - beyond);
        return text.replaceAll("\\.?0+$", "") + " %";
    }

    /** A p-value; below 0.001 it is not told apart. */
    static String probability(@Nullable Double p) {
        if (p == null) {
            return NONE;
        }
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** A plain number, for example of degrees of freedom. */
    static String count(@Nullable Double value) {
        return value == null ? NONE : number(value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < WIDEST ? "%+.1f %%" : "%+.2e %%", share * 100);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size < LONGEST && (value == Math.rint(value) || size >= 1000)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size < 10 || size >= LONGEST ? "%.3g" : "%.1f", value);
    }
}
