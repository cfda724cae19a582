package io.phoenix.activity.analysis.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) with a header of {@code time, metric, variant, value} in any order and, if there are
 * several, {@code host}. A field does not go over the end of its line.
 */
final class CsvReader {
    private static final List<String> COLUMNS = List.of("time", "metric", "variant", "value", "host");
    private static final int MOST_FIELDS = 32;

    private final Lines lines;
    private final Rows rows;
    private final Faults faults;
    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private int columns;
    private int time = -1;
    private int metric = -1;
    private int variant = -1;
    private int value = -1;
    private int host = -1;

    CsvReader(Lines lines, Rows rows, Faults faults) {
        this.lines = lines;
        this.rows = rows;
        this.faults = faults;
    }

    void read() throws IOException {
        if (!header()) {
            return;
        }
        while (lines.next()) {
            if (!lines.isBlank()) {
                row();
            }
        }
    }

    /** The first line that is not blank. */
    private boolean header() throws IOException {
        do {
            if (!lines.next()) {
                faults.add(0, "it is empty, a header is expected: time,metric,variant,value");
                return false;
            }
        } while (lines.isBlank());
        columns = Math.max(0, split());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(text(i));
        }
        time = names.indexOf("time");
        metric = names.indexOf("metric");
        variant = names.indexOf("variant");
        value = names.indexOf("value");
        host = names.indexOf("host");
        boolean known = COLUMNS.containsAll(names)
                && names.stream().distinct().count() == names.size()
                && Math.min(Math.min(time, metric), Math.min(variant, value)) >= 0;
        if (!known) {
            faults.add(
                    lines.number(),
                    "the header is " + Faults.quoted(String.join(",", names))
                            + ", expected time,metric,variant,value and, if known, host");
        }
        return known;
    }

    private void row() {
        int fields = split();
        if (fields < 0) {
            return;
        }
        if (fields != columns) {
            faults.add(lines.number(), "it has " + fields + " fields, expected " + columns);
            return;
        }
        byte[] bytes = lines.bytes();
        rows.begin(lines.number());
        rows.time(bytes, from[time], to[time]);
        rows.metric(bytes, from[metric], to[metric]);
        rows.variant(bytes, from[variant], to[variant]);
        if (host >= 0) {
            rows.host(bytes, from[host], to[host]);
        }
        rows.value(bytes, from[value], to[value]);
        rows.end();
    }

    /** How many fields the line has; negative when it cannot be told, with a fault. */
    private int split() {
        byte[] bytes = lines.bytes();
        int fields = 0;
        int at = lines.start();
        int end = lines.end();
        while (true) {
            if (fields == MOST_FIELDS) {
                faults.add(lines.number(), "it has more than " + MOST_FIELDS + " fields");
                return -1;
            }
            from[fields] = at;
            if (at < end && bytes[at] == '"') {
                at = quoted(bytes, at, end, fields);
                if (at < 0) {
                    faults.add(lines.number(), "a quoted field does not end where the next comma or the line's end is");
                    return -1;
                }
            } else {
                while (at < end && bytes[at] != ',') {
                    at++;
                }
                to[fields] = at;
            }
            trim(bytes, fields);
            fields++;
            if (at >= end) {
                return fields;
            }
            at++;
        }
    }

    /** Takes the quotes off in place; gives the place after the field. */
    private int quoted(byte[] bytes, int opening, int end, int field) {
        int at = opening + 1;
        int written = at;
        from[field] = at;
        while (at < end) {
            if (bytes[at] == '"') {
                boolean doubled = at + 1 < end && bytes[at + 1] == '"';
                if (!doubled) {
                    to[field] = written;
                    return at + 1 == end || bytes[at + 1] == ',' ? at + 1 : -1;
                }
                at++;
            }
            bytes[written++] = bytes[at++];
        }
        return -1;
    }

    private void trim(byte[] bytes, int field) {
        while (from[field] < to[field] && bytes[from[field]] == ' ') {
            from[field]++;
        }
        while (from[field] < to[field] && bytes[to[field] - 1] == ' ') {
            to[field]--;
        }
    }

    private String text(int field) {
        return new String(lines.bytes(), from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }
}
