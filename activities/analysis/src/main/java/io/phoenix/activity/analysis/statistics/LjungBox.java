package io.phoenix.activity.analysis.statistics;

import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Ljung and Box's test (1978) that the first correlations of a series are zero; agrees with R's {@code Box.test}.
 *
 * <p>NaN for a series that is not longer than the lags, does not vary or is not finite.
 *
 * @param lag1 correlation of neighbours
 */
public record LjungBox(double lag1, double q, int lags, double pValue) {
    public static LjungBox of(double[] series, int lags) {
        int n = series.length;
        double[] centred = Moments.centred(series);
        double squares = Moments.sumOfSquares(centred);
        if (n <= lags || !(squares > 0) || Double.isInfinite(squares)) {
            return new LjungBox(Double.NaN, Double.NaN, lags, Double.NaN);
        }
        double[] products = Moments.laggedProducts(centred, 1, lags);
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double correlation = products[lag - 1] / squares;
            sum += correlation * correlation / (n - lag);
        }
        double q = n * (n + 2.0) * sum;
        return new LjungBox(products[0] / squares, q, lags, Gamma.regularizedGammaQ(lags / 2.0, q / 2));
    }

    public Map<String, Double> numbers() {
        return Map.of("lag1", lag1, "ljungBox", q, "lags", (double) lags, "pValue", pValue);
    }
}
