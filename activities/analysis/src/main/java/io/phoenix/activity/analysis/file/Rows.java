package io.phoenix.activity.analysis.file;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a file's rows field by field, as bytes or as text, into a table; a row with a fault is left out. */
final class Rows {
    private final SampleTable table;
    private final Faults faults;
    private final TimeText time = new TimeText();
    private final NumberText number = new NumberText();
    private final int nobody;
    private int line;
    private boolean sound;
    private int metric;
    private int variant;
    private int host;

    Rows(SampleTable table) {
        this.table = table;
        this.faults = table.faults();
        this.nobody = table.hosts().of("");
    }

    void begin(int lineNumber) {
        line = lineNumber;
        sound = true;
        host = nobody;
    }

    void time(byte[] bytes, int from, int to) {
        if (!time.parse(bytes, from, to)) {
            refuse("time", bytes, from, to, "RFC 3339, such as 2026-11-01T10:00:00Z, or Unix seconds");
        }
    }

    void metric(byte[] bytes, int from, int to) {
        metric = table.metrics().of(bytes, from, to);
    }

    void variant(byte[] bytes, int from, int to) {
        int before = table.variants().size();
        variant = table.variants().of(bytes, from, to);
        if (from == to) {
            refuse("variant", bytes, from, to, "baseline or the name of a candidate");
        } else if (variant == before) {
            table.checkVariant(variant, line);
        }
    }

    void host(byte[] bytes, int from, int to) {
        host = table.hosts().of(bytes, from, to);
    }

    void value(byte[] bytes, int from, int to) {
        if (!number.parse(bytes, from, to)) {
            refuse("value", bytes, from, to, "a decimal number, NaN, +Inf, -Inf or StaleNaN");
        }
    }

    void end() {
        Samples samples = table.series(metric, variant, host, line);
        if (sound && samples != null) {
            samples.add(time.nanos(), number.value(), line);
        }
    }

    /** A whole row of texts; null where the row has no such field. */
    void add(int lineNumber, @Nullable String at, Labels labels, @Nullable String value) {
        begin(lineNumber);
        field("time", at, this::time);
        field("metric", labels.metric(), this::metric);
        field("variant", labels.variant(), this::variant);
        if (labels.host() != null) {
            field("host", labels.host(), this::host);
        }
        field("value", value, this::value);
        if (labels.metric() != null && labels.variant() != null) {
            end();
        }
    }

    /** What a row is about. */
    record Labels(
            @Nullable String metric,
            @Nullable String variant,
            @Nullable String host) {}

    private interface Taker {
        void take(byte[] bytes, int from, int to);
    }

    private void field(String name, @Nullable String text, Taker taker) {
        if (text == null) {
            faults.add(line, "'" + name + "' is missing");
            sound = false;
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        taker.take(bytes, 0, bytes.length);
    }

    private void refuse(String field, byte[] bytes, int from, int to, String expected) {
        String given = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        String is = given.isEmpty() ? "empty" : Faults.quoted(given);
        String missing = given.isEmpty() && field.equals("value") ? "; leave out the row of a missing sample" : "";
        faults.add(line, field + " is " + is + ", expected " + expected + missing);
        sound = false;
    }
}
