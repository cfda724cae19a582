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
    private boolean named;
    private int metric;
    private int variant;
    private int host;
    private @Nullable Found found;

    Rows(SampleTable table) {
        this.table = table;
        this.faults = table.faults();
        this.nobody = table.hosts().of("");
    }

    void begin(int lineNumber) {
        line = lineNumber;
        sound = true;
        named = true;
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
        labels(labels);
        field("value", value, this::value);
        endIfNamed();
    }

    void add(int lineNumber, byte[] bytes, JsonRow row) {
        begin(lineNumber);
        time(bytes, row.from(JsonRow.TIME), row.to(JsonRow.TIME));
        metric(bytes, row.from(JsonRow.METRIC), row.to(JsonRow.METRIC));
        variant(bytes, row.from(JsonRow.VARIANT), row.to(JsonRow.VARIANT));
        if (row.has(JsonRow.HOST)) {
            host(bytes, row.from(JsonRow.HOST), row.to(JsonRow.HOST));
        }
        value(bytes, row.from(JsonRow.VALUE), row.to(JsonRow.VALUE));
        endIfNamed();
    }

    /** What the row is about; looked up once for rows in a row that are about the same. */
    void labels(Labels labels) {
        if (found != null && labels.equals(found.labels())) {
            metric = found.metric();
            variant = found.variant();
            host = found.host();
            return;
        }
        long faultsBefore = faults.count();
        field("metric", labels.metric(), this::metric);
        field("variant", labels.variant(), this::variant);
        if (labels.host() != null) {
            field("host", labels.host(), this::host);
        }
        found = faults.count() == faultsBefore ? new Found(labels, metric, variant, host) : null;
    }

    void missing(String field) {
        faults.add(line, "'" + field + "' is missing");
        sound = false;
        named &= !field.equals("metric") && !field.equals("variant");
    }

    /** Ends a row whose series is known, sound or not: an unknown metric is told in every line. */
    void endIfNamed() {
        if (named) {
            end();
        }
    }

    /** What a row is about. */
    record Labels(
            @Nullable String metric,
            @Nullable String variant,
            @Nullable String host) {}

    private record Found(Labels labels, int metric, int variant, int host) {}

    private interface Taker {
        void take(byte[] bytes, int from, int to);
    }

    private void field(String name, @Nullable String text, Taker taker) {
        if (text == null) {
            missing(name);
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
