package io.phoenix.activity.analysis.statistics;

import static io.phoenix.activity.analysis.GoldenSeries.autoregressive;
import static io.phoenix.activity.analysis.GoldenSeries.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeSeriesTestsTest {
    /** R data set Nile. */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /** R's Box.test and acf; the p-value by statsmodels, since R's 1 - pchisq has only three digits there. */
    @Test
    void theNileIsCorrelated() {
        LjungBox test = LjungBox.of(NILE, 10);

        assertThat(Moments.mean(NILE)).isEqualTo(919.35, within(1e-12));
        assertThat(Math.sqrt(Moments.variance(NILE))).isEqualTo(169.227500630651, within(1e-11));
        assertThat(test.lag1()).isEqualTo(.498408184133029, within(1e-14));
        assertThat(test.q()).isEqualTo(88.1268715513, within(1e-9));
        assertThat(test.pValue()).isEqualTo(1.2586327670205598e-14, within(1e-25));
    }

    /** R: acf(Nile). */
    @Test
    void theNilesCorrelationsAgreeWithR() {
        double[] centred = Moments.centred(NILE);
        double squares = Moments.sumOfSquares(centred);

        assertThat(Moments.laggedProducts(centred, 2) / squares).isEqualTo(.384576903904873, within(1e-14));
        assertThat(Moments.laggedProducts(centred, 3) / squares).isEqualTo(.327860437522546, within(1e-14));
    }

    /** R: sqrt(sandwich::NeweyWest(lm(Nile ~ 1), lag = 4, prewhite = FALSE)), the standard error of the mean. */
    @Test
    void bartlettsWeightsAgreeWithSandwich() {
        double walk = 0;
        double squares = 0;
        for (double value : Moments.centred(NILE)) {
            walk += value;
            squares += walk * walk;
        }

        double longRun = squares / NILE.length / Kpss.of(NILE, 4).statistic();

        assertThat(Math.sqrt(longRun) / NILE.length).isEqualTo(27.2384849248265, within(1e-11));
    }

    /** statsmodels 0.15, kpss(regression="c"). */
    @Test
    void theNileHasNoOneLevelAndNoiseHas() {
        assertThat(Kpss.of(NILE).statistic()).isEqualTo(0.96543490775266, within(1e-13));
        assertThat(Kpss.of(NILE).pValue()).isEqualTo(0.01);
        assertThat(Kpss.of(NILE, 13).statistic()).isEqualTo(0.5248139815703743, within(1e-13));
        assertThat(Kpss.of(NILE, 13).pValue()).isEqualTo(0.03607793207874453, within(1e-13));
        assertThat(Kpss.of(noise(2, 240)).statistic()).isEqualTo(0.09578654935283974, within(1e-13));
        assertThat(Kpss.of(autoregressive(.7, noise(3, 480))).statistic()).isEqualTo(0.1227437589650546, within(1e-13));
    }

    /** The formulas of Cochran 1977 in numpy, t quantiles of SciPy. */
    @Test
    void hostsAreTheReplicates() {
        double[] baseline = {120, 340, 95, 410, 220, 180};
        double[] candidate = {60, 190, 50, 205, 100, 99};

        Estimate.LogScale ratio =
                (Estimate.LogScale) ClusterRatio.of(baseline, candidate).orElseThrow();

        assertThat(ratio.value()).isEqualTo(0.5157509157509158, within(1e-15));
        assertThat(ratio.standardError()).isEqualTo(0.017583658543367273, within(1e-15));
        assertThat(ratio.degreesOfFreedom()).isEqualTo(5);
        assertThat(ratio.interval(.95).lower()).isEqualTo(0.4724747331606002, within(1e-13));
        assertThat(ratio.interval(.95).upper()).isEqualTo(0.562990967407969, within(1e-13));
        assertThat(ratio.pValue(1)).isEqualTo(6.678379553912754e-06, within(1e-17));
    }

    @Test
    void fourHostsOrNothingSentGiveNoErrorBar() {
        assertThat(ClusterRatio.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}))
                .isEmpty();
        assertThat(ClusterRatio.of(new double[5], new double[] {1, 2, 3, 4, 5})).isEmpty();
        assertThat(ClusterRatio.of(new double[] {1, 2, 3, 4, Double.NaN}, new double[] {1, 2, 3, 4, 5}))
                .isEmpty();
        assertThat(ClusterRatio.of(new double[] {1e300, 2e300, 3e300, 4e300, 5e300}, new double[] {1, 2, 3, 4, 5}))
                .isPresent();
        assertThat(ClusterRatio.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 4, 6, 8, 10}))
                .contains(Estimate.Known.exactly(2));
    }

    @Test
    void constantShortAndNaNSeriesHaveNoAnswer() {
        for (double[] series : new double[][] {{}, {1}, {2, 2, 2, 2}, {1, Double.NaN, 2}}) {
            assertThat(LjungBox.of(series, 2).pValue()).isNaN();
            assertThat(Kpss.of(series).pValue()).isNaN();
        }
    }
}
