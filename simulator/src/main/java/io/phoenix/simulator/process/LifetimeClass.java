package io.phoenix.simulator.process;

/** A share of a host's process slots that follow one kind of lifetime. */
public record LifetimeClass(double share, Lifetime lifetime) {
    public LifetimeClass {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1]: " + share);
        }
    }

    int slots(int processes) {
        return (int) StrictMath.rint(share * processes);
    }
}
