package io.phoenix.activity.analysis.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replies of Prometheus to {@code /api/v1/query_range}, one after the other. The metric comes from label {@code metric},
 * the variant from {@code phoenix_variant}, the host from {@code host}; what has no such label, from the options.
 */
final class QueryRangeReader {
    private final JsonParser parser;
    private final SeriesReader.Options options;
    private final Rows rows;
    private final Faults faults;
    private final TokenText text = new TokenText();

    /** One sample before its series is known. */
    private record Point(
            int line, @Nullable String time, @Nullable String value) {}

    QueryRangeReader(JsonFactory factory, InputStream in, SeriesReader.Options options, SampleTable table)
            throws IOException {
        this.parser = factory.createParser(in);
        this.options = options;
        this.rows = new Rows(table);
        this.faults = table.faults();
    }

    void read() throws IOException {
        try (parser) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    reply();
                } else {
                    faults.add(line(), "it is no reply of query_range, an object is expected");
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(
                    line,
                    "it is no JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private void reply() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("data") && token == JsonToken.START_OBJECT) {
                data();
            } else if (name.equals("error")) {
                faults.add(line(), "Prometheus refused the query: " + Faults.quoted(parser.getText()));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void data() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("resultType") && !"matrix".equals(parser.getText())) {
                faults.add(
                        line(),
                        "resultType is " + Faults.quoted(Objects.toString(parser.getText(), ""))
                                + ", expected matrix, the reply to a range query");
            }
            if (name.equals("result") && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    series();
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void series() throws IOException {
        int line = line();
        Map<String, String> labels = new HashMap<>();
        List<Point> early = new ArrayList<>();
        Rows.Labels known = null;
        boolean labelled = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("metric") && token == JsonToken.START_OBJECT) {
                readInto(labels);
                known = known(line, labels);
                labelled = true;
            } else if (name.equals("values") && token == JsonToken.START_ARRAY) {
                values(labelled, known, early);
            } else {
                if (name.equals("histograms")) {
                    faults.add(line(), "native histograms are no series of numbers");
                }
                parser.skipChildren();
            }
        }
        Rows.Labels late = labelled ? known : known(line, labels);
        if (late != null) {
            early.forEach(point -> rows.add(point.line(), point.time(), late, point.value()));
        }
    }

    private void readInto(Map<String, String> labels) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String label = parser.currentName();
            parser.nextToken();
            labels.put(label, Objects.toString(parser.getText(), ""));
        }
    }

    /** Null when it cannot be told what the series is about, with a fault. */
    private Rows.@Nullable Labels known(int line, Map<String, String> labels) {
        String metric = labels.getOrDefault("metric", options.metric());
        String variant = labels.getOrDefault("phoenix_variant", options.variant());
        if (metric == null) {
            faults.add(line, "the series " + labels + " has no label metric; name it with --metric");
        }
        if (variant == null) {
            faults.add(line, "the series " + labels + " has no label phoenix_variant; name it with --variant");
        }
        return metric == null || variant == null ? null : new Rows.Labels(metric, variant, labels.get("host"));
    }

    /** Values that come before their labels wait for them; those of a series that nobody knows are only looked at. */
    private void values(boolean labelled, Rows.@Nullable Labels known, List<Point> early) throws IOException {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            if (known != null) {
                point(known);
            } else if (labelled) {
                parser.skipChildren();
            } else {
                early.add(point());
            }
        }
    }

    private void point(Rows.Labels labels) throws IOException {
        rows.begin(line());
        rows.labels(labels);
        int parts = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (parts < 2) {
                part(parts == 0 ? "time" : "value");
            }
            parser.skipChildren();
            parts++;
        }
        if (parts == 0) {
            rows.missing("time");
        }
        if (parts < 2) {
            rows.missing("value");
        }
        rows.endIfNamed();
    }

    private void part(String field) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            rows.missing(field);
            return;
        }
        text.read(parser);
        if (field.equals("time")) {
            rows.time(text.bytes(), 0, text.length());
        } else {
            rows.value(text.bytes(), 0, text.length());
        }
    }

    private Point point() throws IOException {
        int line = line();
        List<@Nullable String> parts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            parts.add(parser.currentToken().isScalarValue() ? parser.getText() : null);
            parser.skipChildren();
        }
        return new Point(line, parts.isEmpty() ? null : parts.getFirst(), parts.size() < 2 ? null : parts.get(1));
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
