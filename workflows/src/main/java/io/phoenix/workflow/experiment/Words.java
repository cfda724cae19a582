package io.phoenix.workflow.experiment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Durations, times and shares as people write them. */
final class Words {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LINE = 190;

    private Words() {}

    /** For example {@code 1h30m}, {@code 10s}, {@code 200ms}. */
    static String of(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() < 1000
                    ? duration.toMillis() + "ms"
                    : String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1000.0);
        }
        String text = duration.toString().substring(2).toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "0s" : text;
    }

    static String of(Instant instant) {
        return CLOCK.format(instant);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g", share * 100).replaceAll("\\.?0+$", "") + " %";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** A summary as the engine takes it: one line of 200 bytes at most. */
    static String line(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LINE ? line : line.substring(0, LINE - 1) + "…";
    }
}
