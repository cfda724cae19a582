package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Test that a series moves about one level (Kwiatkowski, Phillips, Schmidt and Shin 1992), with Bartlett weights up to lag
 * floor(4 (n / 100)^(1/4)); agrees with {@code statsmodels}. Rejects too often when the memory is long against that lag.
 *
 * <p>NaN for fewer than 3 values, without variation and for values that are not finite.
 *
 * @param pValue interpolated in the published table, so never outside of [0.01, 0.1]
 */
public record Kpss(double statistic, int lags, double pValue) {
    private static final double[] CRITICAL = {0.347, 0.463, 0.574, 0.739};
    private static final double[] LEVEL = {0.10, 0.05, 0.025, 0.01};

    public static Kpss of(double[] series) {
        return of(series, (int) Math.floor(4 * StrictMath.pow(series.length / 100.0, 0.25)));
    }

    static Kpss of(double[] series, int lags) {
        int n = series.length;
        double[] centred = Moments.centred(series);
        double longRun = Moments.sumOfSquares(centred);
        if (n < 3 || !(longRun > 0) || Double.isInfinite(longRun)) {
            return new Kpss(Double.NaN, lags, Double.NaN);
        }
        double[] products = Moments.laggedProducts(centred, 1, lags);
        for (int lag = 1; lag <= lags; lag++) {
            longRun += 2 * (1 - lag / (lags + 1.0)) * products[lag - 1];
        }
        double walk = 0;
        double squares = 0;
        for (double value : centred) {
            walk += value;
            squares += walk * walk;
        }
        double statistic = squares / n / longRun;
        return new Kpss(statistic, lags, level(statistic));
    }

    private static double level(double statistic) {
        if (!(statistic > CRITICAL[0])) {
            return statistic <= CRITICAL[0] ? LEVEL[0] : Double.NaN;
        }
        for (int i = 1; i < CRITICAL.length; i++) {
            if (statistic < CRITICAL[i]) {
                double share = (statistic - CRITICAL[i - 1]) / (CRITICAL[i] - CRITICAL[i - 1]);
                return LEVEL[i - 1] + share * (LEVEL[i] - LEVEL[i - 1]);
            }
        }
        return LEVEL[LEVEL.length - 1];
    }

    public Map<String, Double> numbers() {
        return Map.of("kpss", statistic, "lags", (double) lags, "pValue", pValue);
    }
}
