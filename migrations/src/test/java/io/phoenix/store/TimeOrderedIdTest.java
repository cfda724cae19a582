package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    /** The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z is 0x017F22E279B0. */
    @Test
    void beginsWithTheMillisecondsOfTheStandardsExample() {
        UUID id = TimeOrderedId.at(Instant.parse("2022-02-22T19:22:22Z"));

        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void sortsByTimeAsText() {
        UUID earlier = TimeOrderedId.at(Instant.parse("2026-11-20T10:00:00.001Z"));
        UUID later = TimeOrderedId.at(Instant.parse("2026-11-20T10:00:00.002Z"));

        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(TimeOrderedId.at(Instant.EPOCH)).isNotEqualTo(TimeOrderedId.at(Instant.EPOCH));
    }
}
