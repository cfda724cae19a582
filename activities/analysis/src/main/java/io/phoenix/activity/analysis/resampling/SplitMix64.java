package io.phoenix.activity.analysis.resampling;

/** Steele, Lea and Flood's SplitMix64 (2014): the same stream for the same seed on any JVM. Not thread-safe. */
final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, bound); the bias of a 64-bit product is below bound / 2^64. */
    int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(next(), bound);
    }

    /** Uniform in (0, 1]. */
    double unit() {
        return ((next() >>> 11) + 1) * 0x1p-53;
    }
}
