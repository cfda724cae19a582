package io.phoenix.activity.measurement.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser gets what no samples are taken of. */
class ReplyBytesTest {
    @Test
    void theSamplesOfAllSeriesAreTaken() {
        Given given =
                new Given("{\"values\":[[1,\"2\"],[3.5,\"-4e1\"]]},{\"values\":[[5.25,\"NaN\"],[6.125,\"-Inf\"]]}");

        assertThat(given.left()).isEqualTo("{\"values\":[]},{\"values\":[]}");
        assertThat(given.taken).containsExactly("1000 2.0", "3500 -40.0", "5250 NaN", "6125 -Infinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[ 3,\"4\"]",
                "[3 ,\"4\"]",
                "[3, \"4\"]",
                "[3,\"4\" ]",
                "[3,\"\\u0034\"]",
                "[3,4]",
                "[3,\"4\",5]",
                "[-3,\"4\"]",
                "[3e0,\"4\"]",
                "[3.,\"4\"]",
                "[3.0000,\"4\"]",
                "[,\"4\"]",
                "[1234567890123456,\"4\"]",
                "[3,\"\u00e4\"]",
                "[3,\"4",
                "[3"
            })
    void whatIsWrittenInAnotherWayIsLeftWithAllThatFollows(String sample) {
        Given given = new Given("{\"values\":[[1,\"2\"]," + sample + ",[5,\"6\"]]}");

        assertThat(given.left()).isEqualTo("{\"values\":[" + sample + ",[5,\"6\"]]}");
        assertThat(given.taken).containsExactly("1000 2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,\"2\"], [3,\"4\"]", "[1,\"2\"] ,[3,\"4\"]", "[1,\"2\"] ", "[1,\"2\"],"})
    void aSampleIsTakenOnlyWithWhatFollowsIt(String samples) {
        Given given = new Given("{\"values\":[" + samples + "]}");

        assertThat(given.left()).isEqualTo("{\"values\":[" + samples + "]}");
        assertThat(given.taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 10, 11, 12, 13, 14, 15, 100})
    void theBeginIsFoundInReadsOfAnyLength(int length) {
        Given given = new Given("{\"a\":\"bcdef\",\"values\":[[1,\"2\"]]}");

        assertThat(given.left(length)).isEqualTo("{\"a\":\"bcdef\",\"values\":[]}");
        assertThat(given.bytes.delivered()).isEqualTo("{\"a\":\"bcdef\",\"values\":[]}".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1,5", "+Infinite"})
    void aValueThatIsNoNumberIsRefused(String value) {
        Given given = new Given("{\"values\":[[1,\"" + value + "\"]]}");

        assertThatThrownBy(given::left).isInstanceOf(NumberFormatException.class);
    }

    private static final class Given {
        private final ReplyBytes bytes;
        private final List<String> taken = new ArrayList<>();

        Given(String text) {
            bytes = new ReplyBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        String left() {
            return left(8000);
        }

        /** All that is read when samples are taken wherever a read ends with the bracket before them. */
        String left(int length) {
            StringBuilder left = new StringBuilder();
            byte[] buffer = new byte[length];
            for (int count = bytes.read(buffer, 0, length); count >= 0; count = bytes.read(buffer, 0, length)) {
                left.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
                if (left.toString().endsWith("\"values\":[")) {
                    bytes.samples((millis, value) -> taken.add(millis + " " + value));
                }
            }
            return new String(left.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
