package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToThirtySeconds() {
        assertThat(IntStream.range(0, 7)
                        .mapToObj(i -> backoff.afterRunOf(Duration.ZERO).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void startsAgainAfterAMinuteOfHealth() {
        backoff.afterRunOf(Duration.ZERO);
        backoff.afterRunOf(Duration.ZERO);

        assertThat(backoff.afterRunOf(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.afterRunOf(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(2));
    }
}
