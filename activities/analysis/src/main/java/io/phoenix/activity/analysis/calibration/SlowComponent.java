package io.phoenix.activity.analysis.calibration;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A slow component under white noise, whose memory is a given part of the run.
 *
 * @param durationPerMemory how many memories the run lasts
 * @param share of the long-run variance that is slow
 */
record SlowComponent(double durationPerMemory, double share, SimulatedRegime regime) implements Regime {
    /** From nearly hidden to alone. */
    static final List<Double> SHARES = List.of(0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 1.0);

    static SlowComponent of(double durationPerMemory, double share, int points) {
        Arma slow = Arma.forgettingIn(points / durationPerMemory);
        String name = "slow-" + Numbers.shortest(share) + "-in-" + Numbers.shortest(durationPerMemory) + "-memories";
        return new SlowComponent(durationPerMemory, share, SimulatedRegime.of(name, UnderWhite.ofLongRun(share, slow)));
    }

    @Override
    public String name() {
        return regime.name();
    }

    @Override
    public double memory() {
        return regime.memory();
    }

    @Override
    public double spread() {
        return regime.spread();
    }

    @Override
    public Run draw(int points, RandomGenerator random) {
        return regime.draw(points, random);
    }
}
