package io.phoenix.activity.analysis.resampling;

/** Steele, Lea and Flood's SplitMix64 (2014): the same stream for the same seed on any JVM. Not thread-safe. */
final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    /** 64 random bits. */
    long next() {
        state += GOLDEN_GAMMA;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [0, bound) by the highest of 64 random bits; the bias is below bound / 2^64. */
    static int below(int bound, long bits) {
        return (int) Math.unsignedMultiplyHigh(bits, bound);
    }
}
