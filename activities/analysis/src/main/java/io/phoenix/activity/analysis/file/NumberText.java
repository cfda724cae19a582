package io.phoenix.activity.analysis.file;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;

/**
 * A decimal number, {@code NaN}, {@code +Inf}, {@code -Inf} or {@code StaleNaN}, read from bytes; as exact as
 * {@link Double#parseDouble}. Keeps the last one read, so it is not thread-safe.
 */
final class NumberText {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long EXACT = 1L << 53;

    private double value;

    double value() {
        return value;
    }

    boolean parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** Whether the bytes are a number; then {@link #value()} is that number. */
    boolean parse(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int scale = 0;
        int seen = 0;
        boolean point = false;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                seen++;
                scale += point ? 1 : 0;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                digits = significant <= 18 ? digits * 10 + digit : digits;
            } else if (bytes[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (at == to && seen > 0 && significant <= 18 && digits <= EXACT && scale <= 22) {
            double size = digits / TENS[scale];
            value = negative ? -size : size;
            return true;
        }
        return seen == 0 ? named(text(bytes, from, to)) : general(bytes, from, to, at);
    }

    /** With an exponent or many digits. */
    private boolean general(byte[] bytes, int from, int to, int exponent) {
        int at = exponent;
        if (at < to) {
            if (bytes[at] != 'e' && bytes[at] != 'E') {
                return false;
            }
            at++;
            if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
                at++;
            }
            if (at == to) {
                return false;
            }
            for (; at < to; at++) {
                if (bytes[at] < '0' || bytes[at] > '9') {
                    return false;
                }
            }
        }
        value = JavaDoubleParser.parseDouble(bytes, from, to - from);
        return Double.isFinite(value);
    }

    private boolean named(String text) {
        value = switch (text) {
            case "Inf", "+Inf", "inf", "+inf", "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
            case "-Inf", "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
        return !Double.isNaN(value) || text.equals("NaN") || text.equals("nan") || text.equals("StaleNaN");
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
