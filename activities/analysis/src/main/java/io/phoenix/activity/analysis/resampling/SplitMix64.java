package io.phoenix.activity.analysis.resampling;

/** Steele, Lea and Flood's SplitMix64 (2014): the same stream for the same seed on any JVM. Not thread-safe. */
final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    long next() {
        state = after(state);
        return mixed(state);
    }

    /** Uniform in [0, bound); the bias of a 64-bit product is below bound / 2^64. */
    int below(int bound) {
        state = after(state);
        return below(bound, state);
    }

    /** Uniform in (0, 1]. */
    double unit() {
        state = after(state);
        return units(state) * 0x1p-53;
    }

    long state() {
        return state;
    }

    void goOn(long from) {
        state = from;
    }

    static long after(long state) {
        return state + GOLDEN_GAMMA;
    }

    static int below(int bound, long state) {
        return (int) Math.unsignedMultiplyHigh(mixed(state), bound);
    }

    /** {@link #unit} in units of 2^-53. */
    static long units(long state) {
        return (mixed(state) >>> 11) + 1;
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
