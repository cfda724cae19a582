package io.phoenix.domain.shape;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 200ms}, {@code 10s}, {@code 1h30m}, {@code 1d}; resolution 1 ms. */
public final class DurationText {
    /** The syntax, valid in Java and in ECMAScript: units from large to small, each at most once, at least one. */
    public static final String PATTERN =
            "^(?=.)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m(?!s))?([0-9]{1,9}s)?([0-9]{1,9}ms)?$";

    private static final Pattern SYNTAX = Pattern.compile(PATTERN);
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
    private static final long[] MILLISECONDS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    private DurationText() {}

    /** The duration, or empty when the text is not one. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long milliseconds = 0;
        for (int i = 0; i < UNITS.length; i++) {
            String part = matcher.group(i + 1);
            if (part != null) {
                String digits = part.substring(0, part.length() - UNITS[i].length());
                milliseconds += Long.parseLong(digits) * MILLISECONDS[i];
            }
        }
        return Optional.of(Duration.ofMillis(milliseconds));
    }

    /**
     * The shortest text in the largest units; {@code parse} gives the same duration back.
     *
     * @throws IllegalArgumentException when the duration is negative or finer than a millisecond
     */
    public static String format(Duration duration) {
        if (duration.isNegative() || duration.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException(
                    "duration is " + duration + ", expected whole milliseconds, not negative");
        }
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        long rest = duration.toMillis();
        for (int i = 0; i < UNITS.length; i++) {
            long count = rest / MILLISECONDS[i];
            if (count > 0) {
                text.append(count).append(UNITS[i]);
            }
            rest %= MILLISECONDS[i];
        }
        return text.toString();
    }
}
