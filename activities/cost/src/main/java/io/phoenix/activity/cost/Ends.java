package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.MetricResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A measured value with both ends of its confidence interval, none below 0.
 *
 * @param least null without an interval
 * @param most null without an interval
 */
record Ends(
        BigDecimal expected,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most) {
    static final Ends UNCHANGED = exactly(BigDecimal.ONE);

    static Ends exactly(BigDecimal value) {
        return new Ends(value, value, value);
    }

    /** The ratio of a metric; empty when it has none. */
    static Optional<Ends> ratio(MetricResult result) {
        return of(result.ratio(), result.ratioLower(), result.ratioUpper());
    }

    /** The candidate's level of a metric that was 0 at the baseline, from the difference; empty when it has none. */
    static Optional<Ends> difference(MetricResult result) {
        return of(result.difference(), result.differenceLower(), result.differenceUpper());
    }

    private static Optional<Ends> of(@Nullable Double expected, @Nullable Double lower, @Nullable Double upper) {
        if (expected == null) {
            return Optional.empty();
        }
        return Optional.of(
                lower == null || upper == null
                        ? new Ends(atLeastZero(expected), null, null)
                        : new Ends(
                                atLeastZero(expected),
                                atLeastZero(Math.min(lower, expected)),
                                atLeastZero(Math.max(upper, expected))));
    }

    /** The bound of a small ratio may lie below 0, where there is no volume. */
    private static BigDecimal atLeastZero(double value) {
        return BigDecimal.valueOf(Math.max(0, value));
    }

    boolean bounded() {
        return least != null && most != null;
    }

    /** By a function that never falls; rounded to 16 digits, which is what a measured value has. */
    Ends map(UnaryOperator<BigDecimal> rising) {
        return new Ends(
                rounded(rising.apply(expected)),
                least == null ? null : rounded(rising.apply(least)),
                most == null ? null : rounded(rising.apply(most)));
    }

    Ends times(BigDecimal factor) {
        return map(factor::multiply);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.round(MathContext.DECIMAL64);
    }

    /** The end of this side, or the expected value where there is no interval. */
    BigDecimal at(Side side) {
        BigDecimal end = switch (side) {
            case LEAST -> least;
            case EXPECTED -> expected;
            case MOST -> most;
        };
        return end == null ? expected : end;
    }

    /** Of the interval. */
    enum Side {
        LEAST,
        EXPECTED,
        MOST
    }
}
