package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Anscombe's first set (R's {@code anscombe}, x1 and y1): {@code lm} prints 3.0001 + 0.5001 x, standard error of the slope
 * 0.1179, residual standard error 1.237 on 9 degrees of freedom; t(0.975, 9) is 2.262157.
 */
class TrendTest {
    private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    private static final double[] Y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    @Test
    void agreesWithTheLinearModelOfR() {
        Trend trend = Objects.requireNonNull(Trend.of(X, Y));

        assertThat(trend.slope()).isCloseTo(0.5000909, within(1e-7));
        assertThat(trend.at(0)).isCloseTo(3.0000909, within(1e-7));
        assertThat(trend.residual()).isCloseTo(1.236603, within(1e-6));
        assertThat(trend.slopeMargin(0.95)).isCloseTo(2.262157 * 0.1179055, within(1e-6));
    }

    /** At the mean of x: t * s * sqrt(1 + 1/11); at 20, Sxx being 110: t * s * sqrt(1 + 1/11 + 121/110). */
    @Test
    void predictsWiderTheFurtherAway() {
        Trend trend = Objects.requireNonNull(Trend.of(X, Y));

        assertThat(trend.predictionMargin(9, 0.95)).isCloseTo(2.262157 * 1.236603 * Math.sqrt(12.0 / 11), within(1e-5));
        assertThat(trend.predictionMargin(20, 0.95))
                .isCloseTo(2.262157 * 1.236603 * Math.sqrt(12.0 / 11 + 1.1), within(1e-5));
    }

    @Test
    void threePointsInTimeAreEnough() {
        Trend trend = Objects.requireNonNull(Trend.of(new double[] {1, 2, 3}, new double[] {1, 3, 2}));

        assertThat(trend.slope()).isCloseTo(0.5, within(1e-15));
        assertThat(trend.residual()).isCloseTo(Math.sqrt(1.5), within(1e-15));
    }

    @Test
    void needsThreePointsInTime() {
        assertThat(Trend.of(new double[] {1, 2}, new double[] {1, 2})).isNull();
        assertThat(Trend.of(new double[] {1, 2, 2}, new double[] {1, 2, 3})).isNull();
    }
}
