package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowTest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String ROW =
            "{\"time\":\"2026-11-01T08:00:00Z\",\"metric\":\"up\",\"variant\":\"baseline\",\"value\":-12.50,\"host\":\"a\"}";

    private final JsonRow row = new JsonRow();

    @Test
    void findsTheFieldsInAnyOrder() {
        assertThat(fields(" { \"value\" : \"NaN\",\t\"variant\":\"b c\",\"metric\":\"up\" , \"time\":10 } "))
                .containsOnly(
                        Map.entry("time", "10"),
                        Map.entry("metric", "up"),
                        Map.entry("variant", "b c"),
                        Map.entry("value", "NaN"));
        assertThat(fields(ROW)).containsEntry("value", "-12.50").containsEntry("host", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\"}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1e3}",
                "{\"time\":01,\"metric\":\"up\",\"variant\":\"b\",\"value\":1}",
                "{\"time\":1.,\"metric\":\"up\",\"variant\":\"b\",\"value\":1}",
                "{\"time\":+1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1}",
                "{\"time\":1,\"metric\":2,\"variant\":\"b\",\"value\":1}",
                "{\"time\":1,\"metric\":\"u\\u0070\",\"variant\":\"b\",\"value\":1}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"\u00e9\",\"value\":1}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":NaN}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":null}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1,\"value\":1}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1,\"extra\":1}",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1}x",
                "{\"time\":1,\"metric\":\"up\",\"variant\":\"b\",\"value\":1,}"
            })
    void leavesEverythingElseToTheParser(String line) {
        assertThat(parsed(line)).isFalse();
    }

    /** Whatever is taken is what Jackson reads: lines with a few bytes changed, thousands of times. */
    @Test
    void takesNoLineThatTheParserReadsOtherwise() throws IOException {
        Random random = new Random(3);
        String letters = "{}[]\",:\\-+.0123456789eEaN \tu";
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder(ROW);
            for (int edits = random.nextInt(3); edits >= 0; edits--) {
                int at = random.nextInt(line.length());
                line.replace(at, at + random.nextInt(2), letters.charAt(random.nextInt(letters.length())) + "");
            }
            if (parsed(line.toString())) {
                taken++;
                assertThat(fields(line.toString())).as(line.toString()).isEqualTo(byJackson(line.toString()));
            }
        }
        assertThat(taken).isGreaterThan(1000);
    }

    private boolean parsed(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return row.parse(bytes, 0, bytes.length);
    }

    private Map<String, String> fields(String line) {
        assertThat(parsed(line)).as(line).isTrue();
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new TreeMap<>();
        String[] names = {"time", "metric", "variant", "value", "host"};
        for (int i = 0; i < names.length; i++) {
            if (row.has(i)) {
                fields.put(names[i], new String(bytes, row.from(i), row.to(i) - row.from(i), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static Map<String, String> byJackson(String line) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
            assertThat(parser.nextToken()).isNull();
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
        return fields;
    }
}
