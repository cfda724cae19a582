package io.phoenix.activity.analysis.sequential;

import io.phoenix.activity.analysis.statistics.Normal;

/**
 * The chance that a run which continues ends beyond its last bound (conditional power; Lan, Simon and Halperin 1982, as
 * the B-value of Lan and Wittes 1988). Stopping below a small chance costs power and no error.
 *
 * @param z now, positive in the wanted direction
 * @param information fraction now, in (0, 1)
 * @param lastBound the z that the end needs
 */
public record Futility(double z, double information, double lastBound) {
    /** If the effect is the one seen so far. */
    public double underTrend() {
        return under(z / Math.sqrt(information));
    }

    /** If the expected z at the end is {@code drift}, for example the sum of both quantiles of the planned test. */
    public double under(double drift) {
        double left = 1 - information;
        double expected = z * Math.sqrt(information) + drift * left;
        return left > 0 ? Normal.lower((expected - lastBound) / Math.sqrt(left)) : z >= lastBound ? 1 : 0;
    }
}
