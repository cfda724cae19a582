package io.phoenix.simulator.process;

/**
 * Pseudo-random numbers that are the same on every JVM: SplitMix64 (Steele, Lea, Flood 2014) with {@link StrictMath}.
 *
 * <p>A fork depends on the seed and the key alone, never on how many numbers were drawn before, so one process's values
 * do not move when another process draws more. Not thread-safe.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private final long origin;
    private long state;

    public RandomStream(long seed) {
        this.origin = seed;
        this.state = seed;
    }

    public RandomStream fork(long key) {
        return new RandomStream(mix(mix(origin + GOLDEN_GAMMA) ^ mix(key + GOLDEN_GAMMA)));
    }

    public RandomStream fork(String key) {
        return fork((long) key.hashCode() << 32 | key.length());
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /** Uniform in [0, bound). */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /** Standard normal, by Box and Muller. */
    public double nextGaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
