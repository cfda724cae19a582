package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * Mann-Whitney test that neither sample tends to the larger values (Mann and Whitney 1947; agrees with R's
 * {@code wilcox.test(candidate, baseline)}). Assumes independent values; blind to spread and to rare spikes.
 *
 * <p>Exact for at most 20 values a side without ties, else normal with tie and continuity correction. Samples that are one
 * and the same constant give p = 1; an empty sample or a value that is not finite gives NaN. Two sorts and one merge.
 *
 * @param u how many of all pairs have the larger candidate, ties counted half
 * @param z with continuity correction; NaN when the p-value is exact
 * @param commonLanguage u / (n1 n2): chance that a candidate's value exceeds a baseline's
 */
public record MannWhitney(double u, double z, double pValue, double commonLanguage) {
    private static final MannWhitney NONE = new MannWhitney(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Where the p-value comes from. */
    public enum Method {
        EXACT_IF_SMALL,
        ASYMPTOTIC
    }

    public static MannWhitney of(double[] baseline, double[] candidate) {
        return of(baseline, candidate, Method.EXACT_IF_SMALL);
    }

    public static MannWhitney of(double[] baseline, double[] candidate, Method method) {
        return of(new TwoSamples(baseline, candidate), method);
    }

    public static MannWhitney of(TwoSamples samples, Method method) {
        TwoSamples.Ordered ordered = samples.ordered();
        if (ordered == null) {
            return NONE;
        }
        RankSum ranks = ordered.ranks();
        return method == Method.EXACT_IF_SMALL && ranks.exact() ? exact(ranks) : asymptotic(ranks);
    }

    private static MannWhitney exact(RankSum ranks) {
        RankSumCounts counts = ranks.counts();
        double u = ranks.u();
        double pValue = Math.min(1, 2 * Math.min(counts.lower(u), counts.lower(ranks.pairs() - u)));
        return new MannWhitney(u, Double.NaN, pValue, u / ranks.pairs());
    }

    private static MannWhitney asymptotic(RankSum ranks) {
        double deviation = ranks.deviation();
        double excess = ranks.u() - ranks.pairs() / 2;
        double z = deviation > 0 ? (excess - 0.5 * Math.signum(excess)) / deviation : 0;
        double pValue = Math.min(1, 2 * Math.min(Normal.lower(z), Normal.lower(-z)));
        return new MannWhitney(ranks.u(), z, pValue, ranks.u() / ranks.pairs());
    }

    public Map<String, Double> numbers() {
        return Map.of("u", u, "z", z, "pValue", pValue, "commonLanguage", commonLanguage);
    }
}
