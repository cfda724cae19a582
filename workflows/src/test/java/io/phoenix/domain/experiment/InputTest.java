package io.phoenix.domain.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {
    @ParameterizedTest(name = "{0} times {1} is {2}")
    @CsvSource({"PT1S, 1, PT1S", "PT1S, 0.5, PT0.5S", "PT1S, 0.1, PT0.2S", "PT0.1S, 1, PT0.1S", "PT0.1S, 0.5, PT0.1S"})
    void scalesItsIntervalDownToTheShortestOrToWhatWasAsked(Duration asked, double factor, Duration scaled) {
        assertThat(new Input(null, new Input.Host(asked)).interval(factor)).isEqualTo(scaled);
    }
}
