package io.phoenix.activity.analysis.statistics;

/**
 * What two sorted samples say about their ranks, found in one merge.
 *
 * @param ties sum of t^3 - t over groups of equal values
 */
record RankSum(int baselineSize, int candidateSize, double u, double ties) {
    private static final int LARGEST_EXACT = 20;

    static RankSum of(double[] baseline, double[] candidate) {
        double u = 0;
        double ties = 0;
        int b = 0;
        int c = 0;
        while (b < baseline.length || c < candidate.length) {
            double value = c == candidate.length || (b < baseline.length && baseline[b] <= candidate[c])
                    ? baseline[b]
                    : candidate[c];
            int fromB = b;
            int fromC = c;
            while (b < baseline.length && baseline[b] == value) {
                b++;
            }
            while (c < candidate.length && candidate[c] == value) {
                c++;
            }
            double equal = b - fromB + c - fromC;
            u += (c - fromC) * (fromB + (b - fromB) / 2.0);
            ties += equal > 1 ? equal * equal * equal - equal : 0;
        }
        return new RankSum(baseline.length, candidate.length, u, ties);
    }

    /** Whether the exact null distribution is used: few values and no ties. */
    boolean exact() {
        return baselineSize <= LARGEST_EXACT && candidateSize <= LARGEST_EXACT && ties == 0;
    }

    RankSumCounts counts() {
        return new RankSumCounts(candidateSize, baselineSize);
    }

    double pairs() {
        return (double) baselineSize * candidateSize;
    }

    /** Standard deviation of u under the null, corrected for ties; 0 when all values are equal. */
    double deviation() {
        double n = (double) baselineSize + candidateSize;
        return Math.sqrt(Math.max(0, pairs() / 12 * (n + 1 - ties / (n * (n - 1)))));
    }
}
