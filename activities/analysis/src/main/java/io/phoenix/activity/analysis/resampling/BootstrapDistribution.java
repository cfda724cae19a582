package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.activity.analysis.statistics.Normal;
import java.util.Arrays;

/**
 * What the resamples say of one statistic.
 *
 * @param sorted one value per resample, ascending
 * @param acceleration how fast the standard error changes with the statistic
 */
public record BootstrapDistribution(double estimate, double[] sorted, double acceleration) {
    public double standardError() {
        return sorted.length < 2 ? Double.NaN : Math.sqrt(Moments.variance(sorted));
    }

    /** Leaves {@code tail} of the resamples on each side (Efron 1979). */
    public Interval percentile(double tail) {
        return new Interval(Quantile.ofSorted(sorted, tail), Quantile.ofSorted(sorted, 1 - tail));
    }

    /**
     * Corrected for bias and acceleration (Efron 1987; as SciPy's {@code bootstrap}). The percentile interval when every
     * resample lies on one side of the estimate, since the bias has no size then.
     */
    public Interval biasCorrected(double tail) {
        double bias = -Normal.critical(shareBelow());
        double z = Normal.critical(tail);
        double lower = shifted(bias, -z);
        double upper = shifted(bias, z);
        return Double.isFinite(bias) && Double.isFinite(lower) && Double.isFinite(upper)
                ? new Interval(Quantile.ofSorted(sorted, lower), Quantile.ofSorted(sorted, upper))
                : percentile(tail);
    }

    private double shifted(double bias, double z) {
        return Normal.lower(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    /** Ties count half. */
    private double shareBelow() {
        double below = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        return below / sorted.length;
    }

    /** sum d^3 / (6 (sum d^2)^1.5) of the leave-out values about their mean; 0 when they do not vary or there are none. */
    static double acceleration(double[] without) {
        double mean = Moments.mean(without);
        double squares = 0;
        double cubes = 0;
        for (double value : without) {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        double acceleration = cubes / (6 * StrictMath.pow(squares, 1.5));
        return Double.isFinite(acceleration) ? acceleration : 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BootstrapDistribution that
                && estimate == that.estimate
                && acceleration == that.acceleration
                && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(estimate) * 31 + Arrays.hashCode(sorted);
    }
}
