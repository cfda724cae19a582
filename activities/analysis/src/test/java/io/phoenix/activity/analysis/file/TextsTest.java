package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private final NumberText number = new NumberText();
    private final TimeText time = new TimeText();

    /** Reference: {@link Double#parseDouble}, which rounds correctly. */
    @Test
    void readsNumbersToTheLastBit() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            String text = switch (i % 4) {
                case 0 -> Double.toString(value);
                case 1 -> Double.toString(random.nextGaussian() * 1e6);
                case 2 -> Long.toString(random.nextLong());
                default -> random.nextInt(100_000) + "." + random.nextInt(1_000_000_000);
            };
            if (Double.isFinite(Double.parseDouble(text))) {
                assertThat(number.parse(text)).as(text).isTrue();
                assertThat(number.value()).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.5,-0.5",
        "+7,7",
        ".5,0.5",
        "5.,5",
        "1e3,1000",
        "1E-3,0.001",
        "1e300,1e300",
        "+Inf,Infinity",
        "Inf,Infinity",
        "-Inf,-Infinity",
        "NaN,NaN",
        "StaleNaN,NaN",
        "000000000000000000000012,12",
        "12345678901234567890,1.2345678901234567E19"
    })
    void knowsEveryWayToWriteANumber(String text, double value) {
        assertThat(number.parse(text)).isTrue();
        assertThat(Double.valueOf(number.value())).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "e5", "1e", "1e+", "1d", "0x1p3", "1,5", "1 2", "1.2.3", "1e400", "nil", "--1", "∞"
            })
    void refusesWhatIsNoNumber(String text) {
        assertThat(number.parse(text)).isFalse();
    }

    /** Reference: {@link OffsetDateTime#parse}. */
    @Test
    void readsTimesAsTheLibraryDoes() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-9_000_000_000L, 9_000_000_000L), random.nextInt(1_000_000_000));
            String text = i % 2 == 0
                    ? instant.toString()
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            instant.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(14), 30)));
            assertThat(time.parse(text)).as(text).isTrue();
            assertThat(TimeText.text(time.nanos()))
                    .as(text)
                    .isEqualTo(OffsetDateTime.parse(text).toInstant().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1793520000,2026-11-01T08:00:00Z",
        "1793520000.5,2026-11-01T08:00:00.500Z",
        "1.79352e+09,2026-11-01T08:00:00Z",
        "1793520000.000000001,2026-11-01T08:00:00.000000001Z",
        "-1.5,1969-12-31T23:59:58.500Z",
        "0,1970-01-01T00:00:00Z",
        "2026-11-01T08:00:00Z,2026-11-01T08:00:00Z",
        "2026-11-01t09:00:00.25+01:00,2026-11-01T08:00:00.250Z",
        "2026-11-01 03:00:00-05:00,2026-11-01T08:00:00Z",
        "2024-02-29T00:00:00Z,2024-02-29T00:00:00Z"
    })
    void knowsBothWaysToWriteATime(String text, String instant) {
        assertThat(time.parse(text)).isTrue();
        assertThat(TimeText.text(time.nanos())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "NaN",
                "2026-11-01",
                "2026-11-01T08:00:00",
                "2026-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-11-01T24:00:00Z",
                "2026-11-01T08:00:00.Z",
                "2026-11-01T08:00:00+1:00",
                "1e30",
                "12:00",
                "99999999999999"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(time.parse(text)).isFalse();
    }

    @Test
    void knowsNoLocalTime() {
        assertThat(time.parse(LocalDateTime.of(2026, 11, 1, 8, 0).toString())).isFalse();
    }
}
