package io.phoenix.activity.analysis.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the fields of an ordinary line of JSON without a parser: one flat object with each known field once, texts of
 * printable ASCII without an escape, plain decimal numbers. A line that is anything else, right or wrong, is left to the
 * parser. Keeps the last line read, so it is not thread-safe.
 */
final class JsonRow {
    static final int TIME = 0;
    static final int METRIC = 1;
    static final int VARIANT = 2;
    static final int VALUE = 3;
    static final int HOST = 4;

    private static final byte[][] NAMES = {
        ascii("time"), ascii("metric"), ascii("variant"), ascii("value"), ascii("host")
    };
    private static final int REQUIRED = 0b01111;

    private final int[] from = new int[NAMES.length];
    private final int[] to = new int[NAMES.length];
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int seen;

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean has(int field) {
        return (seen & 1 << field) != 0;
    }

    /** Whether the line is an ordinary one; then its fields are known. */
    boolean parse(byte[] line, int start, int stop) {
        bytes = line;
        at = start;
        end = stop;
        seen = 0;
        if (!taken('{')) {
            return false;
        }
        do {
            if (!field()) {
                return false;
            }
        } while (taken(','));
        boolean closed = taken('}');
        blanks();
        return closed && at == end && (seen & REQUIRED) == REQUIRED;
    }

    private boolean field() {
        if (!taken('"')) {
            return false;
        }
        int nameAt = at;
        if (!text()) {
            return false;
        }
        int field = known(nameAt, at - 1);
        if (field < 0 || has(field) || !taken(':')) {
            return false;
        }
        seen |= 1 << field;
        blanks();
        boolean quoted = at < end && bytes[at] == '"';
        at += quoted ? 1 : 0;
        from[field] = at;
        boolean sound = quoted ? text() : (field == TIME || field == VALUE) && number();
        to[field] = quoted ? at - 1 : at;
        return sound;
    }

    private int known(int nameFrom, int nameTo) {
        for (int field = 0; field < NAMES.length; field++) {
            if (Arrays.equals(NAMES[field], 0, NAMES[field].length, bytes, nameFrom, nameTo)) {
                return field;
            }
        }
        return -1;
    }

    /** Goes behind the closing quote. */
    private boolean text() {
        while (at < end) {
            byte letter = bytes[at++];
            if (letter == '"') {
                return true;
            }
            if (letter < ' ' || letter == '\\') {
                return false;
            }
        }
        return false;
    }

    private boolean number() {
        at += at < end && bytes[at] == '-' ? 1 : 0;
        int whole = at;
        digits();
        if (at == whole || (bytes[whole] == '0' && at > whole + 1)) {
            return false;
        }
        if (at < end && bytes[at] == '.') {
            int fraction = ++at;
            digits();
            return at > fraction;
        }
        return true;
    }

    private void digits() {
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
    }

    private boolean taken(char expected) {
        blanks();
        boolean there = at < end && bytes[at] == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
