package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.cost.Ends.Side;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndsTest {
    @Test
    void takesTheRatioWithItsInterval() {
        Ends ends =
                Ends.ratio(AResult.metric(Metric.ACTIVE_SERIES, 0.4, 0.3, 0.5)).orElseThrow();

        assertThat(ends).isEqualTo(new Ends(decimal("0.4"), decimal("0.3"), decimal("0.5")));
        assertThat(ends.bounded()).isTrue();
        assertThat(ends.at(Side.LEAST)).isEqualByComparingTo("0.3");
        assertThat(ends.at(Side.EXPECTED)).isEqualByComparingTo("0.4");
        assertThat(ends.at(Side.MOST)).isEqualByComparingTo("0.5");
    }

    @Test
    void anIntervalWithOneEndIsNone() {
        assertThat(ratio(0.4, 0.3, null)).isEqualTo(new Ends(decimal("0.4"), null, null));
        assertThat(ratio(0.4, null, 0.5)).isEqualTo(new Ends(decimal("0.4"), null, null));
        assertThat(ratio(0.4, null, 0.5).at(Side.MOST)).isEqualByComparingTo("0.4");
        assertThat(new Ends(BigDecimal.ONE, BigDecimal.ONE, null).bounded()).isFalse();
        assertThat(new Ends(BigDecimal.ONE, null, BigDecimal.ONE).bounded()).isFalse();
        assertThat(Ends.ratio(AResult.metric(Metric.ACTIVE_SERIES, null, 0.3, 0.5)))
                .isEmpty();
    }

    @Test
    void thereIsNoVolumeBelowZeroAndNoIntervalBesideItsValue() {
        assertThat(ratio(0.1, -0.2, 0.3).least()).isEqualByComparingTo("0");
        assertThat(ratio(0.4, 0.5, 0.6).least()).isEqualByComparingTo("0.4");
        assertThat(ratio(0.4, 0.2, 0.3).most()).isEqualByComparingTo("0.4");
    }

    @Test
    void whereTheBaselineHasNothingTheDifferenceIsTheLevel() {
        Ends level = Ends.difference(AResult.metric(Metric.SERIES_CHURN, null, null, null, 7.0, 6.0, 8.0))
                .orElseThrow();

        assertThat(level).isEqualTo(new Ends(decimal("7.0"), decimal("6.0"), decimal("8.0")));
    }

    @Test
    void aFactorMovesEveryEndAndKeepsSixteenDigits() {
        Ends third = ratio(0.4, 0.3, 0.5).times(decimal("0.33333333333333333333"));

        assertThat(third.expected()).isEqualTo(decimal("0.1333333333333333"));
        assertThat(third.least()).isEqualTo(decimal("0.1000000000000000"));
        assertThat(third.most()).isEqualTo(decimal("0.1666666666666667"));
        assertThat(ratio(0.4, null, null).times(BigDecimal.TEN)).isEqualTo(new Ends(decimal("4.0"), null, null));
    }

    private static Ends ratio(double ratio, @Nullable Double lower, @Nullable Double upper) {
        return Ends.ratio(AResult.metric(Metric.ACTIVE_SERIES, ratio, lower, upper))
                .orElseThrow();
    }

    private static BigDecimal decimal(String value) {
        return new BigDecimal(value);
    }
}
