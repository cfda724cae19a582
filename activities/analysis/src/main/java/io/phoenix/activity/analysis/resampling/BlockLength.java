package io.phoenix.activity.analysis.resampling;

import io.phoenix.activity.analysis.statistics.Moments;

/**
 * Automatic block length (Politis and White 2004, corrected by Patton, Politis and White 2009), as in R's
 * {@code np::b.star} and Python's {@code arch}. Both lengths are at least 1 and at most ceil(min(3 sqrt(n), n / 3)).
 *
 * <p>A series without variation gives 1. Where the spectrum at zero cannot be estimated, the length follows from the lag-1
 * correlation: n^(1/3) max(1, (2 |r| / (1 - r^2))^(2/3)).
 *
 * @param stationary mean length of the stationary bootstrap
 * @param moving length for moving blocks
 */
public record BlockLength(double stationary, double moving) {
    private static final double NEARLY_ONE = 0.999;

    public static BlockLength of(double[] series) {
        int n = series.length;
        if (n < 2 || !Moments.finite(series)) {
            return new BlockLength(1, 1);
        }
        double[] eps = Moments.centred(series);
        int window = Math.max(5, (int) StrictMath.log10(n));
        int most = Math.min(n - 1, (int) Math.ceil(Math.sqrt(n)) + window);
        Autocovariance autocovariance = new Autocovariance(eps, most);
        if (!(autocovariance.at(0) > 0)) {
            return new BlockLength(1, 1);
        }
        return ofSpectrum(autocovariance, bandwidth(autocovariance, window, n), n);
    }

    private static BlockLength ofSpectrum(Autocovariance autocovariance, int bandwidth, int n) {
        double slope = 0;
        double spectrum = autocovariance.at(0);
        for (int k = 1; k <= bandwidth; k++) {
            double weight = 2 * k <= bandwidth ? 1 : 2 * (1 - (double) k / bandwidth);
            slope += 2 * weight * k * autocovariance.at(k);
            spectrum += 2 * weight * autocovariance.at(k);
        }
        double ratio = slope / spectrum;
        double stationary = StrictMath.cbrt(ratio * ratio * n);
        if (!Double.isFinite(stationary)) {
            double simple = simple(autocovariance.at(1) / autocovariance.at(0), n);
            return new BlockLength(limited(simple, n), limited(simple, n));
        }
        return new BlockLength(limited(stationary, n), limited(StrictMath.cbrt(1.5) * stationary, n));
    }

    /** Twice the first lag from which {@code window} correlations in a row are insignificant. */
    private static int bandwidth(Autocovariance autocovariance, int window, int n) {
        int most = autocovariance.most();
        double critical = 2 * Math.sqrt(StrictMath.log10(n) / n) * autocovariance.at(0);
        int quiet = 0;
        for (int lag = 1; lag <= most; lag++) {
            quiet = Math.abs(autocovariance.at(lag)) < critical ? quiet + 1 : 0;
            if (quiet == window) {
                return Math.min(most, 2 * (lag - window + 1));
            }
        }
        return most;
    }

    /** Computed as far as it is asked for: a short memory needs a few lags of hundreds. */
    private static final class Autocovariance {
        private static final int STRIDE = 8;

        private final double[] eps;
        private final double[] known;
        private int lags;

        /** @param most the largest lag */
        Autocovariance(double[] eps, int most) {
            this.eps = eps;
            this.known = new double[most + 1];
        }

        int most() {
            return known.length - 1;
        }

        double at(int lag) {
            while (lags <= lag) {
                double[] next = Moments.laggedProducts(eps, lags, Math.min(STRIDE, known.length - lags));
                for (double product : next) {
                    known[lags++] = product / eps.length;
                }
            }
            return known[lag];
        }
    }

    private static double simple(double lag1, int n) {
        double r = Math.min(NEARLY_ONE, Math.abs(lag1));
        double factor = StrictMath.cbrt(2 * r / (1 - r * r));
        return StrictMath.cbrt(n) * Math.max(1, factor * factor);
    }

    private static double limited(double length, int n) {
        return Moments.clip(length, 1, Math.max(1, Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0))));
    }
}
