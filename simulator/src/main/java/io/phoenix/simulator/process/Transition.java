package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.Comparator;

/** A change of a slot that happens at a point of simulated time. */
sealed interface Transition {
    Comparator<Transition> CHRONOLOGICAL = Comparator.comparing(Transition::at)
            .thenComparingInt(transition -> transition.slot().index());

    Duration at();

    ProcessSlot slot();

    record Birth(ProcessSlot slot, Spell spell) implements Transition {
        @Override
        public Duration at() {
            return spell.birth();
        }
    }

    record Death(ProcessSlot slot, Spell spell, int pid) implements Transition {
        @Override
        public Duration at() {
            return spell.death();
        }
    }
}
