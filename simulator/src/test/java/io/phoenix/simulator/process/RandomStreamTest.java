package io.phoenix.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {

    @Test
    void agreesWithThePublishedSplitMix64() {
        // First outputs for seed 1234567 of the reference implementation by Vigna, splitmix64.c.
        RandomStream random = new RandomStream(1_234_567);

        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
    }

    @Test
    void aForkDoesNotDependOnWhatWasDrawnBefore() {
        RandomStream fresh = new RandomStream(5);
        RandomStream used = new RandomStream(5);
        used.nextGaussian();

        assertThat(used.fork("a").nextLong()).isEqualTo(fresh.fork("a").nextLong());
        assertThat(used.fork("a").nextLong()).isNotEqualTo(fresh.fork("b").nextLong());
    }

    @Test
    void gaussiansAreStandardNormal() {
        RandomStream random = new RandomStream(99);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            double value = random.nextGaussian();
            sum += value;
            squares += value * value;
        }

        assertThat(sum / 100_000).isCloseTo(0, within(0.015));
        assertThat(squares / 100_000).isCloseTo(1, within(0.02));
    }

    @Test
    void theMedianOfALogNormalIsItsParameter() {
        Distribution.LogNormal distribution = new Distribution.LogNormal(40, 1.3, 5, 4_096);
        RandomStream random = new RandomStream(3);
        int below = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            double value = distribution.sample(random);
            assertThat(value).isBetween(5.0, 4_096.0);
            below += value < 40 ? 1 : 0;
        }

        assertThat(below / 100_000.0).isCloseTo(0.5, within(0.01));
    }
}
