package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is not known exactly; one currency.
 *
 * @param low at most {@code expected}; of a saving, what is worse for the candidate. Null when the range is unknown
 * @param high at least {@code expected}; null when the range is unknown
 */
public record MoneyRange(
        Money expected, @Nullable Money low, @Nullable Money high) {
    public MoneyRange {
        if (low != null && high != null) {
            if (!(atMost(low, expected) && atMost(expected, high))) {
                throw new IllegalArgumentException(
                        expected.text() + " is not within " + low.text() + " to " + high.text());
            }
        } else if (low != null || high != null) {
            throw new IllegalArgumentException("a range has both ends or none");
        }
    }

    /** Rounded once, each amount by itself. */
    public static MoneyRange rounded(Decimals decimals, Currency currency) {
        return new MoneyRange(
                Money.rounded(decimals.expected(), currency),
                decimals.low() == null ? null : Money.rounded(decimals.low(), currency),
                decimals.high() == null ? null : Money.rounded(decimals.high(), currency));
    }

    public Decimals decimals() {
        return new Decimals(expected.amount(), low == null ? null : low.amount(), high == null ? null : high.amount());
    }

    /** The low end, or the expected amount when the range is unknown. */
    public Money lowest() {
        return low == null ? expected : low;
    }

    /** The high end, or the expected amount when the range is unknown. */
    public Money highest() {
        return high == null ? expected : high;
    }

    private static boolean atMost(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.amount().compareTo(other.amount()) <= 0;
    }

    /**
     * A range that is not rounded yet.
     *
     * @param low null with {@code high}
     */
    public record Decimals(
            BigDecimal expected,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        /** By a function that never falls. */
        public Decimals rising(UnaryOperator<BigDecimal> function) {
            return new Decimals(
                    function.apply(expected),
                    low == null ? null : function.apply(low),
                    high == null ? null : function.apply(high));
        }

        /** The sum; without a range unless both have one. */
        public Decimals plus(Decimals other) {
            BigDecimal sum = expected.add(other.expected);
            return low == null || high == null || other.low == null || other.high == null
                    ? new Decimals(sum, null, null)
                    : new Decimals(sum, low.add(other.low), high.add(other.high));
        }

        /** With the other sign, so with its ends exchanged. */
        public Decimals negated() {
            return new Decimals(
                    expected.negate(), high == null ? null : high.negate(), low == null ? null : low.negate());
        }
    }
}
