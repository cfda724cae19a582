package io.phoenix.activity.analysis.statistics;

import java.util.Map;

/**
 * The median of all differences candidate minus baseline, and its 95 % interval from the Mann-Whitney statistic (Hodges
 * and Lehmann 1963; agrees with R's {@code wilcox.test(conf.int = TRUE)}). Exact under the same conditions as the test;
 * NaN where it is.
 */
public record HodgesLehmann(double shift, Interval bounds) {
    private static final double TAIL = 0.025;

    public static HodgesLehmann of(double[] baseline, double[] candidate) {
        return of(new TwoSamples(baseline, candidate));
    }

    public static HodgesLehmann of(TwoSamples samples) {
        TwoSamples.Ordered ordered = samples.ordered();
        if (ordered == null) {
            return new HodgesLehmann(Double.NaN, new Interval(Double.NaN, Double.NaN));
        }
        PairwiseDifferences differences = new PairwiseDifferences(ordered.candidate(), ordered.baseline());
        long rank = rank(ordered.ranks());
        long pairs = differences.count();
        Interval bounds = new Interval(differences.ranked(rank), differences.ranked(pairs + 1 - rank));
        return new HodgesLehmann(differences.median(), bounds);
    }

    /** Of the lower bound among all differences. */
    private static long rank(RankSum ranks) {
        double rank = ranks.exact()
                ? ranks.counts().quantile(TAIL)
                : Math.rint(ranks.pairs() / 2 - Normal.critical(TAIL) * ranks.deviation());
        return Math.max(1, (long) rank);
    }

    public Map<String, Double> numbers() {
        return Map.of("shift", shift, "lower", bounds.lower(), "upper", bounds.upper());
    }
}
