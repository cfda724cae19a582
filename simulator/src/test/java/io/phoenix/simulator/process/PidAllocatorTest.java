package io.phoenix.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PidAllocatorTest {

    @Test
    void countsUpFromOneAtBoot() {
        PidAllocator pids = anAllocator(1_000);

        assertThat(pids.next(Duration.ZERO, pid -> false)).isEqualTo(1);
        assertThat(pids.next(Duration.ZERO, pid -> false)).isEqualTo(2);
    }

    @Test
    void reusesFreeIdsAfterTheEndOfTheRangeButNoneInUse() {
        PidAllocator pids = anAllocator(320);
        Set<Integer> inUse = Set.of(305, 306);
        Set<Integer> given = new HashSet<>();
        boolean reused = false;

        for (int birth = 0; birth < 500; birth++) {
            int pid = pids.next(Duration.ZERO, inUse::contains);
            reused |= !given.add(pid);
            assertThat(pid).isBetween(1, 320).isNotIn(inUse);
        }

        assertThat(reused).isTrue();
    }

    @Test
    void unseenBirthsUseUpIds() {
        PidAllocator pids = anAllocator(32_768);
        pids.next(Duration.ZERO, pid -> false);

        assertThat(pids.next(Duration.ofSeconds(10), pid -> false)).isBetween(2 + 100, 2 + 300);
    }

    private static PidAllocator anAllocator(int largest) {
        return new PidAllocator(largest, 20, Duration.ZERO, new RandomStream(1));
    }
}
