package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.planning.MemorySuggestion;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Series that were measured, as a regime: the candidate is brought to the baseline's level, and stretches of pairs are
 * drawn, wrapping around the end, so that the true ratio is exactly 1 (circular block bootstrap; Politis and Romano 1992).
 * What moves more slowly than a stretch lasts is lost.
 */
final class PilotRegime implements Regime {
    static final int FEWEST_PAIRS = 48;

    private static final int MEMORIES_IN_A_STRETCH = 10;
    private static final int FEWEST_STRETCHES = 4;

    private final String name;
    private final Run pilot;
    private final double memory;
    private final double spread;

    private PilotRegime(String name, Run pilot, double memory, double spread) {
        this.name = name;
        this.pilot = pilot;
        this.memory = memory;
        this.spread = spread;
    }

    /**
     * @param pairs at least 48 with finite values and positive means
     * @param declared memory in steps; empty: estimated from the pilot
     */
    static PilotRegime of(String name, Run pairs, OptionalDouble declared) {
        double mean = Moments.mean(pairs.baseline());
        double ratio = Moments.mean(pairs.candidate()) / mean;
        double[] level =
                Arrays.stream(pairs.candidate()).map(value -> value / ratio).toArray();
        double[] residuals = new double[level.length];
        Arrays.setAll(residuals, t -> (level[t] - pairs.baseline()[t]) / mean);
        double memory = declared.orElseGet(() ->
                MemorySuggestion.of(residuals).map(MemorySuggestion::steps).orElse(1.0));
        return new PilotRegime(name, new Run(pairs.baseline(), level), memory, Math.sqrt(Moments.variance(residuals)));
    }

    int pairs() {
        return pilot.baseline().length;
    }

    /** How many pairs in a row are drawn: ten memories, as far as the pilot has four such stretches. */
    int stretch() {
        double wanted = Math.ceil(MEMORIES_IN_A_STRETCH * memory);
        return (int) Math.max(1, Math.min(wanted, pairs() / (double) FEWEST_STRETCHES));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double memory() {
        return memory;
    }

    @Override
    public double spread() {
        return spread;
    }

    @Override
    public Run draw(int points, RandomGenerator random) {
        int stretch = stretch();
        double[] baseline = new double[points];
        double[] candidate = new double[points];
        // A first stretch of any length keeps the borders from lying at the same places of every run.
        int left = 1 + random.nextInt(stretch);
        int at = random.nextInt(pairs());
        for (int t = 0; t < points; t++, left--, at++) {
            if (left == 0) {
                left = stretch;
                at = random.nextInt(pairs());
            }
            at = at == pairs() ? 0 : at;
            baseline[t] = pilot.baseline()[at];
            candidate[t] = pilot.candidate()[at];
        }
        return new Run(baseline, candidate);
    }
}
