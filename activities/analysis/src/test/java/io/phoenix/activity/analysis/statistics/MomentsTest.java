package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.GoldenSeries;
import org.junit.jupiter.api.Test;

/** NIST Statistical Reference Datasets, univariate summary statistics. */
class MomentsTest {
    @Test
    void numAcc1HasItsCertifiedMeanAndDeviation() {
        double[] numAcc1 = {10000001, 10000003, 10000002};

        assertThat(Moments.mean(numAcc1)).isEqualTo(10000002);
        assertThat(Math.sqrt(Moments.variance(numAcc1))).isEqualTo(1);
    }

    @Test
    void numAcc4HasItsCertifiedMeanAndDeviation() {
        double[] numAcc4 = new double[1001];
        numAcc4[0] = 10000000.2;
        for (int i = 1; i < 1001; i++) {
            numAcc4[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
        }

        assertThat(Moments.mean(numAcc4)).isEqualTo(10000000.2, within(1e-8));
        assertThat(Math.sqrt(Moments.variance(numAcc4))).isEqualTo(0.1, within(6e-10));
    }

    @Test
    void theMeanOfHugeValuesDoesNotOverflow() {
        assertThat(Moments.mean(new double[] {1e308, 1.5e308, 1.7e308})).isEqualTo(1.4e308, within(1e293));
    }

    @Test
    void lagsTogetherHaveTheDigitsOfEachAlone() {
        for (int n : new int[] {0, 1, 3, 5, 100}) {
            double[] values = GoldenSeries.noise(7, n);
            double[] together = Moments.laggedProducts(values, 0, 11);
            for (int lag = 0; lag < 11; lag++) {
                assertThat(together[lag]).isEqualTo(Moments.laggedProducts(values, lag));
            }
        }
    }
}
