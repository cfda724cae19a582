package io.phoenix.activity.analysis.calibration;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A common load that swings as an AR(.97) around a level of 100, and for each side noise of its own with standard deviation
 * 1.
 *
 * @param noise of each side, independent of the other's
 * @param load standard deviation of the load
 * @param followed share of the load that the candidate follows; the rest is a slow component of the ratio
 */
record SimulatedRegime(String name, Noise noise, double load, double followed) implements Regime {
    private static final double LEVEL = 100;
    private static final Arma LOAD = Arma.ar(0.97);
    private static final double USUAL_LOAD = 3;

    /** The regimes in which the estimator was published. */
    static final List<SimulatedRegime> PUBLISHED = List.of(
            of("iid", Arma.WHITE),
            of("ar-.7", Arma.ar(0.7)),
            of("ar-.9", Arma.ar(0.9)),
            of("ma-20", new MovingAverage(20)),
            of("arma-.9-.7", new Arma(0.9, -0.7)),
            of("ar-.95-white", new UnderWhite(0.5, Arma.ar(0.95))),
            new SimulatedRegime("half-the-load", Arma.WHITE, 1, 0.5));

    static SimulatedRegime of(String name, Noise noise) {
        return new SimulatedRegime(name, noise, USUAL_LOAD, 1);
    }

    @Override
    public double memory() {
        return followed == 1 ? noise.memory() : Math.max(noise.memory(), LOAD.memory());
    }

    @Override
    public double spread() {
        double unfollowed = (1 - followed) * load;
        return Math.sqrt(2 + unfollowed * unfollowed) / LEVEL;
    }

    @Override
    public Run draw(int points, RandomGenerator random) {
        double[] common = LOAD.path(points, random);
        return new Run(side(common, load, random), side(common, followed * load, random));
    }

    private double[] side(double[] common, double scale, RandomGenerator random) {
        double[] values = noise.path(common.length, random);
        for (int t = 0; t < values.length; t++) {
            values[t] += LEVEL + scale * common[t];
        }
        return values;
    }
}
