package io.phoenix.activity.analysis.calibration;

import java.util.List;
import java.util.random.RandomGenerator;

/** A way in which two collectors on one input behave that truly do the same on average. Immutable. */
public interface Regime {
    /** The regimes in which the estimator was published. */
    static List<Regime> published() {
        return List.copyOf(SimulatedRegime.PUBLISHED);
    }

    /** Names the stream of random numbers too, so it says everything that the regime depends on. */
    String name();

    /** The slowest time in which the ratio forgets a disturbance, in steps. */
    double memory();

    /** Standard deviation of (c_t - b_t) / mean(b). */
    double spread();

    /** One run; the true ratio of the means is 1. */
    Run draw(int points, RandomGenerator random);

    /** Time-aligned values of both sides. */
    record Run(double[] baseline, double[] candidate) {
        /** The same run with a candidate that truly saves this share. */
        Run saving(double share) {
            double[] smaller = candidate.clone();
            for (int t = 0; t < smaller.length; t++) {
                smaller[t] *= 1 - share;
            }
            return new Run(baseline, smaller);
        }
    }
}
