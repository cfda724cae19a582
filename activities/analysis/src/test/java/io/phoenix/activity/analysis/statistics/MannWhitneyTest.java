package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.MannWhitney.Method;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannWhitneyTest {
    private static final double[] SLEEP_1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};
    private static final double[] SLEEP_2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** R data set sleep, wilcox.test(g1, g2): W = 25.5, with tie and continuity correction. */
    @Test
    void tiesUseTheNormalApproximationAsInR() {
        MannWhitney test = MannWhitney.of(SLEEP_2, SLEEP_1);

        assertThat(test.u()).isEqualTo(25.5);
        assertThat(test.pValue()).isEqualTo(0.0693275754336266, within(1e-14));
        assertThat(test.commonLanguage()).isEqualTo(0.255, within(1e-15));
    }

    /** SciPy's documented example: U = 17, exact 1/9, asymptotic with continuity correction 0.11134688653314041. */
    @Test
    void smallSamplesWithoutTiesAreExact() {
        double[] males = {19, 22, 16, 29, 24};
        double[] females = {20, 11, 17, 12};

        assertThat(MannWhitney.of(females, males).u()).isEqualTo(17);
        assertThat(MannWhitney.of(females, males).pValue()).isEqualTo(1 / 9.0, within(1e-15));
        assertThat(MannWhitney.of(females, males).z()).isNaN();
        assertThat(MannWhitney.of(females, males, Method.ASYMPTOTIC).pValue())
                .isEqualTo(0.111346886533140, within(1e-15));
    }

    /** Kayenta's fixture; the asymptotic p-value is that of scipy.stats.mannwhitneyu. */
    @Test
    void theShiftIsHodgesLehmannsWithItsInterval() {
        double[] baseline = {1, 2, 3, 4};
        double[] candidate = {10, 20, 30, 40};

        assertThat(HodgesLehmann.of(baseline, candidate)).isEqualTo(new HodgesLehmann(22.5, new Interval(6, 39)));
        assertThat(MannWhitney.of(baseline, candidate, Method.ASYMPTOTIC).pValue())
                .isEqualTo(0.03038282197657749, within(1e-15));
    }

    /** scipy.stats.mannwhitneyu(method="asymptotic") and numpy's median of all differences. */
    @Test
    void manyTiesAgreeWithSciPy() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2};
        double[] y = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5, 2, 3, 5, 3, 6, 0};

        MannWhitney test = MannWhitney.of(y, x);

        assertThat(test.u()).isEqualTo(272.5);
        assertThat(test.pValue()).isEqualTo(0.4782510397556219, within(1e-14));
        assertThat(HodgesLehmann.of(y, x).shift()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithCommonsStatistics(long seed) {
        Random random = new Random(seed);
        double[] baseline = random.doubles(15).toArray();
        double[] candidate = random.doubles(12).map(v -> v + 0.2).toArray();
        double[] tied = random.ints(60, 0, 9).asDoubleStream().toArray();

        assertThat(MannWhitney.of(baseline, candidate).pValue())
                .isEqualTo(
                        MannWhitneyUTest.withDefaults()
                                .with(PValueMethod.EXACT)
                                .test(candidate, baseline)
                                .getPValue(),
                        within(1e-13));
        assertThat(MannWhitney.of(baseline, tied).pValue())
                .isEqualTo(
                        MannWhitneyUTest.withDefaults()
                                .with(PValueMethod.ASYMPTOTIC)
                                .test(tied, baseline)
                                .getPValue(),
                        within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40, 151})
    void rankedDifferencesAreThoseOfTheSortedTable(int n) {
        Random random = new Random(n);
        double[] x =
                random.doubles(n, -5, 5).map(v -> Math.rint(v * n) / n).sorted().toArray();
        double[] y = random.doubles(n + 3, -9, 5).sorted().toArray();
        double[] all = Arrays.stream(x)
                .flatMap(a -> Arrays.stream(y).map(b -> a - b))
                .sorted()
                .toArray();

        PairwiseDifferences differences = new PairwiseDifferences(x, y);

        for (int rank = 1; rank <= all.length; rank += Math.max(1, all.length / 97)) {
            assertThat(differences.ranked(rank)).isEqualTo(all[rank - 1]);
        }
        assertThat(differences.ranked(all.length)).isEqualTo(all[all.length - 1]);
    }

    @Test
    void oneConstantOnBothSidesIsNoDifference() {
        double[] constant = new double[30];
        Arrays.fill(constant, 7);

        MannWhitney test = MannWhitney.of(constant, constant);

        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.commonLanguage()).isEqualTo(0.5);
        assertThat(HodgesLehmann.of(constant, constant)).isEqualTo(new HodgesLehmann(0, new Interval(0, 0)));
    }

    /** Kayenta's fixtures: identical samples 0.5, disjoint ones 0. */
    @Test
    void theCommonLanguageEffectGoesFromNoneToAll() {
        double[] low = {1, 2, 3};
        double[] high = {7, 8, 9};

        assertThat(MannWhitney.of(low, low).commonLanguage()).isEqualTo(0.5);
        assertThat(MannWhitney.of(high, low).commonLanguage()).isZero();
        assertThat(MannWhitney.of(low, high).commonLanguage()).isEqualTo(1);
    }

    @Test
    void valuesAtTheEndOfTheRangeAreRankedLikeOthers() {
        double[] baseline = {-1.7e308, -1e308, Double.MIN_VALUE};
        double[] candidate = {1.7e308, 1e308, 0};

        MannWhitney test = MannWhitney.of(baseline, candidate);

        assertThat(test.u()).isEqualTo(8);
        assertThat(test.pValue()).isEqualTo(0.2, within(1e-15));
        assertThat(HodgesLehmann.of(baseline, candidate).shift()).isPositive();
    }

    @Test
    void nothingAndNaNHaveNoAnswer() {
        assertThat(MannWhitney.of(new double[0], new double[] {1}).pValue()).isNaN();
        assertThat(HodgesLehmann.of(new double[] {1}, new double[0]).shift()).isNaN();
        assertThat(MannWhitney.of(new double[] {1, Double.NaN}, new double[] {1})
                        .pValue())
                .isNaN();
    }
}
