package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {
    /** R: qt(.975, 8), qt(.975, 1); and the published value for G1's degrees of freedom. */
    @Test
    void criticalValuesAgreeWithR() {
        assertThat(new StudentT(8).critical(.025)).isEqualTo(2.306004135204166, within(1e-13));
        assertThat(new StudentT(1).critical(.025)).isEqualTo(12.706204736174705, within(1e-11));
        assertThat(new StudentT(7.518309989403).critical(.025)).isEqualTo(2.331975744464, within(1e-12));
    }

    /** R: 2 * pt(-40, 8). The upper tail as 1 - cdf would be 0 from t = 20 on. */
    @Test
    void pValuesFarOutDoNotUnderflowToZero() {
        assertThat(new StudentT(8).twoSided(40)).isBetween(1e-12, 1e-9).isEqualTo(new StudentT(8).twoSided(-40));
        assertThat(new StudentT(8).twoSided(1e9)).isPositive();
        assertThat(new StudentT(8).twoSided(Double.POSITIVE_INFINITY)).isZero();
        assertThat(new StudentT(8).twoSided(Double.NaN)).isNaN();
    }

    @Test
    void withoutDegreesOfFreedomThereIsNoDistribution() {
        for (double df : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThat(new StudentT(df).critical(.025)).isNaN();
            assertThat(new StudentT(df).twoSided(1)).isNaN();
            assertThat(new StudentT(df).lower(1)).isNaN();
        }
        assertThat(new StudentT(8).lower(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(new StudentT(8).lower(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(new StudentT(8).lower(Double.NaN)).isNaN();
    }
}
