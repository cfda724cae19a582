package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.inference.DataDispersion;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;

class WelchTest {
    private static final double[] G1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};
    private static final double[] G2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** R data set sleep, t.test(g1, g2); the sign is candidate minus baseline here. */
    @Test
    void agreesWithRAndCommonsStatistics() {
        Welch welch = Welch.of(G2, G1);
        TTest.Result reference =
                TTest.withDefaults().with(DataDispersion.HETEROSCEDASTIC).test(G1, G2);

        assertThat(welch.t()).isEqualTo(-1.86081346748685, within(1e-13));
        assertThat(welch.degreesOfFreedom()).isEqualTo(17.7764735161785, within(1e-12));
        assertThat(welch.pValue()).isEqualTo(0.0793941401873582, within(1e-14));
        assertThat(welch.pValue()).isEqualTo(reference.getPValue(), within(1e-13));
        assertThat(welch.difference().lower()).isEqualTo(-3.36548323071171, within(1e-12));
        assertThat(welch.difference().upper()).isEqualTo(0.20548323071171, within(1e-12));
    }

    /** The worked set of Rosetta Code; t, df, p and the interval by R's t.test. */
    @Test
    void theSetOfRosettaCodeAgreesWithR() {
        double[] first = {27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4};
        double[] second = {27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4};

        Welch welch = Welch.of(second, first);

        assertThat(welch.t()).isEqualTo(-2.45535639828601, within(1e-13));
        assertThat(welch.degreesOfFreedom()).isEqualTo(24.9885292902314, within(1e-12));
        assertThat(welch.pValue()).isEqualTo(0.021378001462867, within(1e-14));
        assertThat(welch.difference().lower()).isEqualTo(-3.98409626714093, within(1e-12));
        assertThat(welch.difference().upper()).isEqualTo(-0.349237066192407, within(1e-12));
    }

    /** scipy.stats.ttest_ind_from_stats(15, 87.5 ** .5, 13, 12, 39 ** .5, 11, equal_var=False), its documented example. */
    @Test
    void samplesOfGivenMeanAndVarianceAgreeWithSciPy() {
        Welch welch = Welch.of(around(12, 39, 11), around(15, 87.5, 13));

        assertThat(welch.t()).isEqualTo(0.935846193555605, within(1e-14));
        assertThat(welch.pValue()).isEqualTo(0.359998186932442, within(1e-14));
    }

    /** An odd number of values of exactly this mean and variance. */
    private static double[] around(double mean, double variance, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + (i == 0 ? 0 : i % 2 == 0 ? 1 : -1) * Math.sqrt(variance);
        }
        return values;
    }

    @Test
    void constantSeriesHaveNoPValueAndThrowNothing() {
        Welch welch = Welch.of(new double[] {1, 1, 1}, new double[] {2, 2, 2});

        assertThat(welch.pValue()).isNaN();
    }
}
