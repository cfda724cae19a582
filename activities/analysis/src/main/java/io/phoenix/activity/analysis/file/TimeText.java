package io.phoenix.activity.analysis.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An instant as RFC 3339 or as Unix seconds, read from bytes to a nanosecond, between the years 1678 and 2261. Keeps the
 * last one read, so it is not thread-safe.
 */
final class TimeText {
    private static final long NANOS = 1_000_000_000L;
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;
    private static final int[] DAYS_IN_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private long nanos;
    private byte[] bytes = new byte[0];
    private int at;
    private int to;

    /** Since the epoch. */
    long nanos() {
        return nanos;
    }

    boolean parse(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
        return parse(ascii, 0, ascii.length);
    }

    /** Whether the bytes are a time; then {@link #nanos()} is that time. */
    boolean parse(byte[] text, int from, int end) {
        bytes = text;
        at = from;
        to = end;
        return end - from > 10 && text[from + 4] == '-' && text[from] != '-' ? calendar() : seconds(from);
    }

    static String text(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .toString();
    }

    private boolean seconds(int from) {
        long whole = 0;
        while (at < to && digit() && at - from < 12) {
            whole = whole * 10 + (bytes[at++] - '0');
        }
        if (at == from) {
            return exponent(from);
        }
        long fraction = at < to && bytes[at] == '.' ? fraction() : 0;
        return at == to && fraction >= 0 ? set(whole, fraction) : exponent(from);
    }

    /** Signs, exponents and more digits than a nanosecond has. */
    private boolean exponent(int from) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (!text.matches("[-+]?[0-9]{1,40}(\\.[0-9]{0,40})?([eE][-+]?[0-9]{1,2})?")) {
            return false;
        }
        BigDecimal exact = new BigDecimal(text).movePointRight(9).setScale(0, RoundingMode.HALF_EVEN);
        if (exact.abs().compareTo(BigDecimal.valueOf(MOST_SECONDS * NANOS)) > 0) {
            return false;
        }
        nanos = exact.longValueExact();
        return true;
    }

    private boolean calendar() {
        int year = number(4, '-');
        int month = number(2, '-');
        int day = number(2, (byte) 0);
        boolean separated = at < to && (bytes[at] == 'T' || bytes[at] == 't' || bytes[at] == ' ');
        at++;
        int hour = number(2, ':');
        int minute = number(2, ':');
        int second = number(2, (byte) 0);
        long fraction = at < to && bytes[at] == '.' ? fraction() : 0;
        int offset = offset();
        boolean valid = separated
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= DAYS_IN_MONTH[month - 1]
                && (month != 2 || day < 29 || leap(year))
                && year >= 0
                && hour >= 0
                && hour <= 23
                && minute >= 0
                && minute <= 59
                && second >= 0
                && second <= 59
                && fraction >= 0
                && offset != Integer.MIN_VALUE
                && at == to;
        return valid && set(day(year, month, day) * 86_400 + hour * 3600L + minute * 60L + second - offset, fraction);
    }

    private boolean set(long seconds, long fraction) {
        if (Math.abs(seconds) > MOST_SECONDS) {
            return false;
        }
        nanos = seconds * NANOS + fraction;
        return true;
    }

    /** Exactly so many digits and the separator after them, 0 for none; a negative number when they are not there. */
    private int number(int digits, int separator) {
        int number = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at >= to || !digit()) {
                return Integer.MIN_VALUE;
            }
            number = number * 10 + (bytes[at] - '0');
        }
        if (separator != 0 && (at >= to || bytes[at++] != separator)) {
            return Integer.MIN_VALUE;
        }
        return number;
    }

    /** Nanoseconds of up to 9 digits after a point; negative for none or more. */
    private long fraction() {
        int first = ++at;
        long fraction = 0;
        while (at < to && digit() && at - first < 9) {
            fraction = fraction * 10 + (bytes[at++] - '0');
        }
        int digits = at - first;
        for (int i = digits; i < 9; i++) {
            fraction *= 10;
        }
        return digits == 0 || (at < to && digit()) ? -1 : fraction;
    }

    /** Seconds east of Greenwich. */
    private int offset() {
        if (at < to && (bytes[at] == 'Z' || bytes[at] == 'z')) {
            at++;
            return 0;
        }
        int sign = at < to && bytes[at] == '+' ? 1 : at < to && bytes[at] == '-' ? -1 : 0;
        at++;
        int hours = number(2, ':');
        int minutes = number(2, (byte) 0);
        return sign == 0 || hours < 0 || hours > 23 || minutes < 0 || minutes > 59
                ? Integer.MIN_VALUE
                : sign * (hours * 3600 + minutes * 60);
    }

    private boolean digit() {
        return bytes[at] >= '0' && bytes[at] <= '9';
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Days since 1970-01-01 of the Gregorian calendar. */
    private static long day(int year, int month, int day) {
        long y = month > 2 ? year : year - 1;
        long era = Math.floorDiv(y, 400);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}
