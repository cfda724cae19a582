package io.phoenix.activity.analysis.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One JSON object in each line, with the fields of a CSV row; numbers may be numbers or texts. */
final class JsonLinesReader {
    private static final List<String> FIELDS = List.of("time", "metric", "variant", "value", "host");

    private final JsonFactory factory;
    private final Lines lines;
    private final Rows rows;
    private final Faults faults;
    private final JsonRow ordinary = new JsonRow();
    private final Map<String, String> row = new HashMap<>();

    JsonLinesReader(JsonFactory factory, Lines lines, Rows rows, Faults faults) {
        this.factory = factory;
        this.lines = lines;
        this.rows = rows;
        this.faults = faults;
    }

    void read() throws IOException {
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (ordinary.parse(lines.bytes(), lines.start(), lines.end())) {
                rows.add(lines.number(), lines.bytes(), ordinary);
            } else if (object()) {
                Rows.Labels labels = new Rows.Labels(row.get("metric"), row.get("variant"), row.get("host"));
                rows.add(lines.number(), row.get("time"), labels, row.get("value"));
            }
        }
    }

    private boolean object() throws IOException {
        row.clear();
        List<String> wrong = new ArrayList<>();
        try (JsonParser parser = factory.createParser(lines.bytes(), lines.start(), lines.end() - lines.start())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.add(lines.number(), "it is no JSON object");
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                field(parser, wrong);
            }
            if (parser.nextToken() != null) {
                wrong.add("something follows the object");
            }
        } catch (JsonProcessingException e) {
            faults.add(
                    lines.number(),
                    "it is no JSON: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
            return false;
        }
        wrong.forEach(message -> faults.add(lines.number(), message));
        return wrong.isEmpty();
    }

    private void field(JsonParser parser, List<String> wrong) throws IOException {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (!FIELDS.contains(name)) {
            wrong.add("field " + Faults.quoted(name) + " is not known, known are " + String.join(", ", FIELDS));
            parser.skipChildren();
        } else if (token == JsonToken.VALUE_STRING || token.isNumeric() && !isText(name)) {
            row.put(name, parser.getText());
        } else {
            wrong.add(name + " is " + (token == JsonToken.VALUE_NULL ? "null" : "of another kind") + ", expected "
                    + (isText(name) ? "a text" : "a number or a text"));
            parser.skipChildren();
        }
    }

    private static boolean isText(String field) {
        return !field.equals("time") && !field.equals("value");
    }
}
