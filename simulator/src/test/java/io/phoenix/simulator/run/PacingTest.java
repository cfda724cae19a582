package io.phoenix.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTest {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    @Test
    void spreadsHostsOverTheInterval() {
        assertThat(Pacing.ofHost(0, 3, 5, INTERVAL).due(0)).isEqualTo(5);
        assertThat(Pacing.ofHost(2, 3, 5, INTERVAL).due(0)).isEqualTo(200_000_005);
    }

    @Test
    void keepsTheScheduleWhateverHappenedBefore() {
        Pacing pacing = Pacing.ofHost(0, 1, 0, INTERVAL);

        assertThat(pacing.due(1_000_000)).isEqualTo(300_000_000L * 1_000_000);
        assertThat(pacing.left(2, 900_000_000)).isZero();
        assertThat(pacing.left(2, 700_000_000)).isEqualTo(Duration.ofMillis(200));
    }
}
