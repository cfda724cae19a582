package io.phoenix.domain.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "200ms, PT0.2S",
        "10s, PT10S",
        "2m, PT2M",
        "1h30m, PT1H30M",
        "1d, PT24H",
        "0s, PT0S",
        "90m, PT1H30M",
        "1m500ms, PT1M0.5S",
        "1d2h3m4s5ms, P1DT2H3M4.005S",
        "30d, P30D"
    })
    void readsUnitsFromLargeToSmall(String text, Duration expected) {
        assertThat(DurationText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "1.5s", "-1s", "10 s", "1s1m", "1s1s", "PT1S", "10S", "9999999999s", "1w"})
    void refusesEverythingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT90S, 1m30s", "PT24H, 1d", "PT0.2S, 200ms", "PT2.5S, 2s500ms", "PT1H30M, 1h30m"})
    void writesTheShortestText(Duration duration, String expected) {
        assertThat(DurationText.format(duration)).isEqualTo(expected);
        assertThat(DurationText.parse(expected)).contains(duration);
    }

    @Test
    void doesNotWriteWhatItCannotReadBack() {
        assertThatThrownBy(() -> DurationText.format(Duration.ofNanos(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0.000000001S");
    }
}
