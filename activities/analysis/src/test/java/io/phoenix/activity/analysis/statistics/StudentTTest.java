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

    /** SciPy: t.isf(1e-10, 8) and t.isf(1e-5, 2.5). */
    @Test
    void criticalValuesFarOutAgreeWithSciPy() {
        assertThat(new StudentT(8).critical(1e-10)).isEqualTo(39.12956297338265, within(1e-10));
        assertThat(new StudentT(2.5).critical(1e-5)).isEqualTo(87.64328685666187, within(1e-9));
        assertThat(new StudentT(8).critical(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** The difference of the golden set G6 against -1 and -5 in SciPy: t.cdf and t.sf with 8 degrees of freedom. */
    @Test
    void aDifferenceIsTestedOnBothSides() {
        Estimate difference = new Estimate.Linear(-3.8380358098070095, 1.5243859470857815, 8);

        assertThat(difference.pBelow(-1)).isEqualTo(0.04983066812479667, within(1e-13));
        assertThat(difference.pAbove(-1)).isEqualTo(0.9501693318752034, within(1e-13));
        assertThat(difference.pAbove(-5)).isEqualTo(0.23389319446339799, within(1e-13));
        assertThat(difference.pBelow(-5)).isEqualTo(0.766106805536602, within(1e-13));
    }
}
