package io.phoenix.simulator.process;

import java.time.Duration;

/**
 * A first-order autoregressive walk around zero (discretised Ornstein-Uhlenbeck): stationary standard deviation {@code
 * sigma}, correlation falling by e over one {@code timescale}. Not thread-safe.
 */
final class MeanReversion {
    private final double sigma;
    private final double timescaleSeconds;
    private double value;

    MeanReversion(double sigma, Duration timescale, RandomStream random) {
        this.sigma = sigma;
        this.timescaleSeconds = SimulatedTime.seconds(timescale);
        this.value = sigma * random.nextGaussian();
    }

    double advance(double elapsedSeconds, RandomStream random) {
        double correlation = StrictMath.exp(-elapsedSeconds / timescaleSeconds);
        double innovation = sigma * StrictMath.sqrt(1 - correlation * correlation);
        value = correlation * value + innovation * random.nextGaussian();
        return value;
    }
}
