package io.phoenix.activity.analysis.calibration;

import java.util.random.RandomGenerator;

/** A stationary Gaussian series with mean 0 and variance 1. */
sealed interface Noise permits Arma, MovingAverage, UnderWhite {
    /** One path, already in its stationary state at the first point. */
    double[] path(int points, RandomGenerator random);

    /** Steps in which a disturbance is forgotten; 1 when the next step knows nothing of it. */
    double memory();
}
