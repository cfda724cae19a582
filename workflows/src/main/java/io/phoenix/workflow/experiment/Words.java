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

    private static final int LINE_BYTES = 190;
    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = 3;
    private static final int REPLACEMENT = 0xFFFD;

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

    /** A summary as the engine takes it: one line, cut to what fits into 200 bytes of JSON; a longer one stops the workflow. */
    static String line(String text) {
        return cut(printable(text).replace('\n', ' ').replace('\t', ' '), LINE_BYTES);
    }

    /** The text, cut between two characters to so many bytes of JSON. */
    static String cut(String text, int bytes) {
        int used = 0;
        int end = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += jsonBytes(text.codePointAt(i));
            if (used > bytes) {
                return text.substring(0, end) + ELLIPSIS;
            }
            if (used <= bytes - ELLIPSIS_BYTES) {
                end = i + Character.charCount(text.codePointAt(i));
            }
        }
        return text;
    }

    /**
     * The text as databases and JSON take it: what people and programs say may hold control characters, which PostgreSQL
     * refuses for good, and halves of surrogate pairs, which no encoder takes.
     */
    static String printable(String text) {
        return text.codePoints()
                .map(c -> refused(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean refused(int c) {
        boolean space = c == '\n' || c == '\t';
        return (Character.isISOControl(c) && !space) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static int jsonBytes(int c) {
        if (c < 0x80) {
            return c == '"' || c == '\\' || c == '\n' || c == '\t' ? 2 : 1;
        }
        // Beyond the first plane two escapes of six bytes are written.
        return c < 0x800 ? 2 : c < 0x10000 ? 3 : 12;
    }
}
