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

    @Test
    void constantSeriesHaveNoPValueAndThrowNothing() {
        Welch welch = Welch.of(new double[] {1, 1, 1}, new double[] {2, 2, 2});

        assertThat(welch.pValue()).isNaN();
    }
}
