package io.phoenix.domain.shape;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers and durations; null means that a mistake was noted. */
final class ScalarReader {
    private final Mistakes mistakes;

    ScalarReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    @Nullable
    String text(Shape.Text shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof String text)) {
            return mistakes.wrongType(
                    pointer, value, shape.noun() + " (put a text that looks like a number in quotes)");
        }
        if (text.isEmpty() || text.length() > shape.maximumLength()) {
            return mistakes.refuse(
                    pointer,
                    "length",
                    "the text has " + text.length() + " characters, expected 1 to " + shape.maximumLength());
        }
        if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            return mistakes.refuse(pointer, "pattern", "'" + Mistakes.shortened(text) + "' is not " + shape.noun());
        }
        return text;
    }

    @Nullable
    String oneOf(Shape.OneOf shape, @Nullable Object value, Pointer pointer) {
        String expected = shape.noun() + ": " + String.join(", ", shape.names());
        if (!(value instanceof String text)) {
            return mistakes.wrongType(pointer, value, expected);
        }
        if (!shape.names().contains(text)) {
            return mistakes.refuse(
                    pointer,
                    "unknown_value",
                    "'" + Mistakes.shortened(text) + "' is not " + expected + NearestName.hint(text, shape.names()));
        }
        return text;
    }

    @Nullable
    Long whole(Shape.Whole shape, @Nullable Object value, Pointer pointer) {
        BigInteger number = wholeNumber(value);
        if (number == null) {
            return mistakes.wrongType(pointer, value, "a whole number");
        }
        if (number.compareTo(BigInteger.valueOf(shape.minimum())) < 0) {
            return mistakes.refuse(pointer, "minimum", number + " is too small, expected at least " + shape.minimum());
        }
        if (number.compareTo(BigInteger.valueOf(shape.maximum())) > 0) {
            return mistakes.refuse(pointer, "maximum", number + " is too large, expected at most " + shape.maximum());
        }
        return number.longValueExact();
    }

    /** JSON knows one kind of number, so 5.0 is a whole number as well. */
    private static @Nullable BigInteger wholeNumber(@Nullable Object value) {
        return switch (value) {
            case Integer number -> BigInteger.valueOf(number);
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            case BigDecimal number
            when number.stripTrailingZeros().scale() <= 0 && number.precision() < 30 -> number.toBigInteger();
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> BigInteger.valueOf(number.longValue());
            case null, default -> null;
        };
    }

    @Nullable
    Double real(Shape.Real shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return mistakes.wrongType(pointer, value, "a number");
        }
        double real = number.doubleValue();
        Shape.Limit low = shape.minimum();
        Shape.Limit high = shape.maximum();
        if (low.inclusive() ? real < low.value() : real <= low.value()) {
            String relation = low.inclusive() ? "at least " : "more than ";
            return mistakes.refuse(
                    pointer, "minimum", number + " is too small, expected " + relation + plain(low.value()));
        }
        if (high.inclusive() ? real > high.value() : real >= high.value()) {
            String relation = high.inclusive() ? "at most " : "less than ";
            return mistakes.refuse(
                    pointer, "maximum", number + " is too large, expected " + relation + plain(high.value()));
        }
        return real;
    }

    @Nullable
    BigDecimal amount(@Nullable Object value, Pointer pointer) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return mistakes.wrongType(pointer, value, "an amount such as 100 or 99.50");
        }
        BigDecimal amount = new BigDecimal(number.toString());
        if (amount.signum() < 0 || amount.compareTo(BigDecimal.valueOf(Shape.Amount.MAXIMUM)) > 0) {
            return mistakes.refuse(
                    pointer, "minimum", number + " is out of range, expected 0 to " + Shape.Amount.MAXIMUM);
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Nullable
    Duration span(Shape.Span shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof String text)) {
            return mistakes.wrongType(pointer, value, "a duration such as 200ms, 10s, 2m or 1h30m");
        }
        Duration duration = DurationText.parse(text).orElse(null);
        if (duration == null) {
            return mistakes.refuse(
                    pointer,
                    "pattern",
                    "'" + Mistakes.shortened(text) + "' is not a duration, write one such as 200ms, 10s, 2m or 1h30m");
        }
        if (duration.compareTo(shape.minimum()) < 0) {
            return mistakes.refuse(
                    pointer,
                    "minimum",
                    text + " is too short, expected at least " + DurationText.format(shape.minimum()));
        }
        if (duration.compareTo(shape.maximum()) > 0) {
            return mistakes.refuse(
                    pointer,
                    "maximum",
                    text + " is too long, expected at most " + DurationText.format(shape.maximum()));
        }
        return duration;
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
