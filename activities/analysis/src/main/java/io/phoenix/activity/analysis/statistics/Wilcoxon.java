package io.phoenix.activity.analysis.statistics;

import java.util.Arrays;
import java.util.Map;

/**
 * Wilcoxon's signed-rank test that differences are symmetric about 0 (Wilcoxon 1945; agrees with R's
 * {@code wilcox.test}). Assumes independent differences: used on the logarithms of block ratios.
 *
 * <p>Zeros are dropped. Exact for at most 49 differences without ties and zeros, else normal with tie and continuity
 * correction. NaN when a difference is not finite; p = 1 when all are zero.
 *
 * @param v sum of the ranks of the positive differences
 * @param z NaN when the p-value is exact
 */
public record Wilcoxon(int n, double v, double z, double pValue) {
    private static final int LARGEST_EXACT = 49;

    public static Wilcoxon of(double[] differences) {
        if (!Moments.finite(differences)) {
            return new Wilcoxon(differences.length, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] rises = Arrays.stream(differences).filter(d -> d > 0).sorted().toArray();
        double[] falls = Arrays.stream(differences)
                .filter(d -> d < 0)
                .map(d -> -d)
                .sorted()
                .toArray();
        RankSum ranks = RankSum.of(falls, rises);
        double v = ranks.u() + rises.length * (rises.length + 1.0) / 2;
        int n = rises.length + falls.length;
        boolean exact = ranks.ties() == 0 && n == differences.length && n <= LARGEST_EXACT;
        return exact ? exact(n, v) : asymptotic(n, v, ranks.ties());
    }

    private static Wilcoxon exact(int n, double v) {
        int most = n * (n + 1) / 2;
        double[] counts = new double[most + 1];
        counts[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= rank; sum--) {
                counts[sum] += counts[sum - rank];
            }
        }
        double tail = 0;
        for (int sum = 0; sum <= Math.min(v, most - v); sum++) {
            tail += counts[sum];
        }
        return new Wilcoxon(n, v, Double.NaN, Math.min(1, 2 * tail / StrictMath.pow(2, n)));
    }

    private static Wilcoxon asymptotic(int n, double v, double ties) {
        double excess = v - n * (n + 1.0) / 4;
        double deviation = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24 - ties / 48);
        double z = deviation > 0 ? (excess - 0.5 * Math.signum(excess)) / deviation : 0;
        return new Wilcoxon(n, v, z, Math.min(1, 2 * Math.min(Normal.lower(z), Normal.lower(-z))));
    }

    public Map<String, Double> numbers() {
        return Map.of("n", (double) n, "v", v, "z", z, "pValue", pValue);
    }
}
