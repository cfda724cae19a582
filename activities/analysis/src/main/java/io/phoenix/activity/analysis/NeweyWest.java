package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Map;
import java.util.Optional;

/**
 * The paired ratio with a prewhitened Newey-West error bar, its interval linear in the ratio (Newey and West 1987, Andrews and Monahan 1992). Blind to a slow
 * component under fast noise: shown, never deciding.
 */
record NeweyWest(Estimate.Linear estimate) {
    /** Empty when the residuals vanish or too few effective pairs are left. */
    static Optional<NeweyWest> of(PairedSeries pairs) {
        double baselineMean = pairs.baselineMean();
        double ratio = pairs.candidateMean() / baselineMean;
        double[] e = pairs.ratioResiduals(ratio, baselineMean);
        int n = e.length;
        double squares = Moments.sumOfSquares(e);
        double r1 = Moments.laggedProducts(e, 1) / squares;
        double rc = Moments.clip(r1 + (1 + 3 * r1) / n, -0.99, 0.97);
        double df = Math.min(n, n * (1 - rc) / (1 + rc)) - 1;
        if (!(squares > 0) || !(df > 0)) {
            return Optional.empty();
        }
        double longRun = longRunVariance(innovations(e, rc), n);
        double standardError = Math.sqrt(longRun / n) / (1 - rc);
        return Optional.of(new NeweyWest(new Estimate.Linear(ratio, standardError, df)));
    }

    Map<String, Double> numbers() {
        return ShownTests.numbers(estimate);
    }

    private static double[] innovations(double[] e, double rc) {
        double[] u = new double[e.length - 1];
        for (int t = 1; t < e.length; t++) {
            u[t - 1] = e[t] - rc * e[t - 1];
        }
        return Moments.centred(u);
    }

    /** Bartlett weights up to lag floor(4 (n / 100)^(2/9)). */
    private static double longRunVariance(double[] u, int n) {
        int lags = (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2.0 / 9));
        double sum = Moments.sumOfSquares(u);
        double[] products = Moments.laggedProducts(u, 1, lags);
        for (int lag = 1; lag <= lags; lag++) {
            sum += 2 * (1 - lag / (lags + 1.0)) * products[lag - 1];
        }
        return sum / u.length;
    }
}
