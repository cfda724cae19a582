package io.phoenix.activity.analysis.statistics;

/**
 * The exact null distribution of the Mann-Whitney U without ties: how many of the arrangements of n1 and n2 values give
 * each U. Counts are exact in a double up to 20 values a side.
 */
final class RankSumCounts {
    private final double[] cumulative;

    RankSumCounts(int n1, int n2) {
        double[][] counts = new double[n1 + 1][n1 * n2 + 1];
        counts[0][0] = 1;
        for (int value = 1; value <= n1 + n2; value++) {
            for (int chosen = Math.min(value, n1); chosen >= 1; chosen--) {
                addChosen(counts, chosen, value - chosen);
            }
        }
        cumulative = counts[n1];
        for (int u = 1; u < cumulative.length; u++) {
            cumulative[u] += cumulative[u - 1];
        }
    }

    /** One more value chosen with {@code below} values of the other sample beneath it. */
    private static void addChosen(double[][] counts, int chosen, int below) {
        for (int u = counts[chosen].length - 1; u >= below; u--) {
            counts[chosen][u] += counts[chosen - 1][u - below];
        }
    }

    /** P(U &lt;= u). */
    double lower(double u) {
        int at = (int) Math.floor(u);
        return at < 0 ? 0 : cumulative[Math.min(at, cumulative.length - 1)] / cumulative[cumulative.length - 1];
    }

    /** The smallest u with P(U &lt;= u) of at least {@code probability}. */
    int quantile(double probability) {
        int u = 0;
        while (lower(u) < probability) {
            u++;
        }
        return u;
    }
}
