package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Equal inputs have one digest, and whatever a verdict depends on changes it. */
class InputDigestTest {
    @Test
    void equalInputsHaveOneDigest() {
        assertThat(digest(ARun.healthy())).isEqualTo(digest(ARun.healthy())).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void everythingThatCountsChangesIt() {
        List<String> digests = Stream.of(
                        ARun.healthy(),
                        ARun.healthy().memory(Duration.ofSeconds(6)),
                        ARun.healthy().pausedAfterWindow(3),
                        ARun.healthy().infinite(Metric.ACTIVE_SERIES, "candidate", 1),
                        ARun.healthy().infinite(Metric.ACTIVE_SERIES, "baseline", 1),
                        ARun.healthy().steps(Metric.ACTIVE_SERIES, "candidate", 3, 4, 4001),
                        ARun.healthy().steps(Metric.ACTIVE_SERIES, "candidate", 4, 5, 4001),
                        ARun.healthy().both(Metric.COLLECTOR_CPU, t -> 1, t -> 2),
                        ARun.healthy().both(Metric.COLLECTOR_MEMORY, t -> 1, t -> 2))
                .map(InputDigestTest::digest)
                .toList();

        assertThat(digests).doesNotHaveDuplicates();
    }

    private static String digest(ARun run) {
        return run.analyze().inputDigest();
    }
}
