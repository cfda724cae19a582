package io.phoenix.activity.measurement.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.activity.measurement.RangeSeries;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply means the same however it is written. */
class RangeReplyReaderTest {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String REPLY = """
            {"status":"success","data":{"resultType":"matrix","result":[\
            {"metric":{"phoenix_variant":"baseline","odd":"a\\"values\\":[b"},"values":[[100,"1.5"],[100.5,"NaN"],[101,"+Inf"],[101.5,"-4e-3"]]},\
            {"metric":{"phoenix_variant":"candidate"},"values":[[101.5,"7"]]}]},"warnings":["slow"]}""";

    /** The first as Prometheus writes it, the others in ways that mean the same. */
    static Stream<String> written() {
        return Stream.of(
                REPLY,
                REPLY.replace("[[", "[ ["),
                REPLY.replace("],[", "], ["),
                REPLY.replace(",\"", " ,\t\""),
                REPLY.replace("\"values\":[", "\"values\" : ["),
                REPLY.replace("100.5,", "1005e-1,"),
                REPLY.replace("[101,", "[101.0000,"),
                REPLY.replace("1.5\"", "1\\u002e5\""),
                REPLY.replace("}]}", "} ]\n}"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void readsTheSameHoweverItIsWritten(String written) throws IOException {
        RangeReply reply = read(written);

        assertThat(reply.warnings()).containsExactly("slow");
        assertThat(reply.series())
                .extracting(series -> series.labels().get("phoenix_variant"))
                .containsExactly("baseline", "candidate");
        RangeSeries baseline = reply.series().getFirst();
        assertThat(baseline.labels()).containsEntry("odd", "a\"values\":[b");
        assertThat(baseline.values()).containsExactly(1.5, Double.NaN, Double.NaN, -0.004);
        assertThat(baseline.infinite()).isEqualTo(1);
        assertThat(reply.series().getLast().values()).containsExactly(Double.NaN, Double.NaN, Double.NaN, 7);
    }

    @Test
    void hasTheDoublesOfTheirText() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = Double.isFinite(value) ? Double.toString(value) : "0.1";

            double[] values = read("{\"status\":\"success\",\"data\":{\"result\":[{\"values\":[[100,\"" + text
                            + "\"]]}]}}")
                    .series()
                    .getFirst()
                    .values();

            assertThat(values[0]).isEqualTo(Double.parseDouble(text));
        }
    }

    /** Half a time is a time of another grid. */
    @Test
    void aReplyThatBreaksOffIsNoMeasurement() {
        for (int length = 1; length < REPLY.length(); length++) {
            String start = REPLY.substring(0, length);

            assertThatThrownBy(() -> read(start))
                    .as(start)
                    .isInstanceOfAny(JsonProcessingException.class, FinalException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[100 ,\"x\"]", "[100,\"1,5\"]", "[100,\"\"]", "[100,1.5e]", "[,\"1\"]"})
    void whatIsNoNumberIsRefused(String sample) {
        assertThatThrownBy(() -> read("{\"status\":\"success\",\"data\":{\"result\":[{\"values\":[" + sample + "]}]}}"))
                .isInstanceOfAny(JsonProcessingException.class, NumberFormatException.class);
    }

    private static RangeReply read(String reply) throws IOException {
        Instant first = Instant.ofEpochSecond(100);
        RangeQuery query = new RangeQuery("x", first, first.plusMillis(1500), Duration.ofMillis(500));
        return RangeReplyReader.read(query, JSON, reply.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
