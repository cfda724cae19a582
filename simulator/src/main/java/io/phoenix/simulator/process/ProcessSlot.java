package io.phoenix.simulator.process;

import java.util.function.Function;

/**
 * A place on a host that is filled by one process after another.
 *
 * @param index position in the host's slots, which orders events of the same instant
 * @param program which program the next process runs
 */
record ProcessSlot(int index, Lifetime lifetime, Function<RandomStream, Program> program) {}
