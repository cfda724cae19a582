package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
    /** scipy.stats.norm.isf. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.1, 1.2815515655446004",
        "0.01, 2.3263478740408408", // Kayenta: -2.326348 below
        "0.025, 1.9599639845400545",
        "0.975, -1.9599639845400545",
        "1e-10, 6.361340902404056",
        "1e-20, 9.262340089798409",
        "1e-300, 37.0470962993612"
    })
    void quantilesAgreeWithSciPy(double tail, double z) {
        assertThat(Normal.critical(tail)).isEqualTo(z, within(1e-14 * Math.max(1, Math.abs(z))));
    }

    /** scipy.stats.norm.cdf. */
    @Test
    void tailsKeepTheirPrecision() {
        assertThat(Normal.lower(-10)).isEqualTo(7.61985302416047e-24, within(1e-37));
        assertThat(Normal.lower(-37)).isEqualTo(5.7255712225239266e-300, within(1e-311));
        assertThat(Normal.lower(1.96)).isEqualTo(0.9750021048517795, within(1e-15));
        assertThat(Normal.twoSided(1.9599639845400545)).isEqualTo(0.05, within(1e-16));
    }

    @Test
    void theEndsAreInfinite() {
        assertThat(Normal.critical(0)).isInfinite().isPositive();
        assertThat(Normal.critical(1)).isInfinite().isNegative();
        assertThat(Normal.critical(1.5)).isNaN();
        assertThat(Normal.lower(Double.NaN)).isNaN();
    }
}
