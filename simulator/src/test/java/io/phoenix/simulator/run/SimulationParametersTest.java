package io.phoenix.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.simulator.profile.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulationParametersTest {

    @Test
    void namesTheParameterItsRangeAndTheValue() {
        assertThatThrownBy(() -> parameters(0, 100, "1s", "1m")).hasMessage("hosts must be between 1 and 1000, was 0");
        assertThatThrownBy(() -> parameters(1, 5, "1s", "1m"))
                .hasMessage("processes-per-host must be between 20 and 5000, was 5");
        assertThatThrownBy(() -> parameters(1, 100, "50ms", "1m"))
                .hasMessage("interval must be between 100ms and 1h, was 50ms");
        assertThatThrownBy(() -> parameters(1, 100, "10s", "5s"))
                .hasMessage("duration must be between 10s and 8760h, was 5s");
    }

    @Test
    void scrapesWhileTheDurationLasts() {
        assertThat(parameters(1, 100, "2s", "10s").ticks()).isEqualTo(5);
        assertThat(parameters(1, 100, "3s", "10s").ticks()).isEqualTo(4);
    }

    @Test
    void aDurationNeedsAUnit() {
        assertThat(DurationText.parse("90m")).isEqualTo(Duration.ofMinutes(90));
        assertThatThrownBy(() -> DurationText.parse("10"))
                .hasMessage("a duration is a whole number and ms, s, m or h, was '10'");
    }

    private static SimulationParameters parameters(int hosts, int processes, String interval, String duration) {
        Profile.Size size = new Profile.Size(hosts, processes, DurationText.parse(interval));
        return new SimulationParameters(Profile.named("realistic"), size, 1, DurationText.parse(duration));
    }
}
