package io.phoenix.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifetimeTest {
    private static final Duration UPTIME = Duration.ofDays(3);
    private static final Lifetime.Renewed JOB =
            new Lifetime.Renewed(new Distribution.Uniform(15, 90), new Distribution.Uniform(15, 90));

    @Test
    void aJobIsInEquilibriumAtTheStart() {
        int alive = 0;
        double remaining = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Spell spell = JOB.first(UPTIME, new RandomStream(seed));
            if (spell.birth().isNegative()) {
                alive++;
                remaining += SimulatedTime.seconds(spell.death());
            }
        }

        // Renewal theory (Cox 1962): mean residual life = E[L^2] / (2 E[L]), here (52.5^2 + 75^2 / 12) / 105.
        assertThat(alive / 20_000.0).isCloseTo(0.5, within(0.01));
        assertThat(remaining / alive).isCloseTo(30.71, within(0.6));
    }

    @Test
    void laterLivesKeepTheirBounds() {
        RandomStream random = new RandomStream(1);
        Spell spell = JOB.first(UPTIME, random);
        for (int life = 0; life < 1_000; life++) {
            Spell next = JOB.next(spell, random).orElseThrow();

            assertThat(SimulatedTime.seconds(next.birth().minus(spell.death()))).isBetween(14.999, 90.001);
            assertThat(SimulatedTime.seconds(next.death().minus(next.birth()))).isBetween(14.999, 90.001);
            spell = next;
        }
    }

    @Test
    void aWholeRunBeginsAfterTheBootAndNeverEnds() {
        for (int seed = 0; seed < 1_000; seed++) {
            Spell spell = new Lifetime.WholeRun().first(UPTIME, new RandomStream(seed));

            assertThat(spell.birth()).isBetween(UPTIME.negated(), Duration.ZERO);
            assertThat(spell.death()).isEqualTo(Spell.NEVER);
        }
    }
}
