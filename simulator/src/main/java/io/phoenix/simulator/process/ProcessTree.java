package io.phoenix.simulator.process;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses parents: kernel threads hang under kthreadd, others under init or under a process that lives to the end, so no
 * parent ever disappears. Not thread-safe.
 */
final class ProcessTree {
    private static final int INIT = 1;
    private static final int KERNEL_PARENT = 2;
    private static final double CHILD_OF_INIT = 0.5;

    private final RandomStream random;
    private final List<Integer> parents = new ArrayList<>();

    ProcessTree(RandomStream random) {
        this.random = random;
    }

    void add(ProcessIdentity process) {
        if (!process.program().isKernelThread()) {
            parents.add(process.pid());
        }
    }

    int parentOf(int pid, Program program) {
        if (pid <= KERNEL_PARENT) {
            return 0;
        }
        if (program.isKernelThread()) {
            return KERNEL_PARENT;
        }
        return random.nextDouble() < CHILD_OF_INIT ? INIT : parents.get(random.nextInt(parents.size()));
    }
}
