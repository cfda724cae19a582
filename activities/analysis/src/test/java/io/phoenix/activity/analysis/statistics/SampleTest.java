package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.GoldenSeries;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    /** NIST StRD, NumAcc1 to NumAcc4: certified mean, standard deviation 1 and .1. */
    @Test
    void theNistSetsHaveTheirCertifiedNumbers() {
        Sample numAcc1 = Sample.of(new double[] {10000001, 10000003, 10000002});

        assertThat(numAcc1).isEqualTo(new Sample(3, 10000002, 1));
        assertNumAcc(1.2, 1e-15, 1e-15);
        assertNumAcc(1000000.2, 1e-15, 6e-11);
        assertNumAcc(10000000.2, 1e-15, 6e-10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 1001})
    void agreesWithCommonsStatisticsAtAnyLength(int n) {
        double[] values = GoldenSeries.line(100, 3, GoldenSeries.noise(n, n));

        assertThat(Sample.of(values).mean()).isEqualTo(Mean.of(values).getAsDouble(), within(1e-12));
        assertThat(Sample.of(values).variance()).isEqualTo(Variance.of(values).getAsDouble(), within(1e-12));
    }

    /** Blocks far apart, and a drift: the sum of squares is mostly between the blocks, or mostly inside of them. */
    @Test
    void agreesWithCommonsStatisticsOverManyBlocks() {
        for (int n : new int[] {4096, 4097, 20_000, 100_003}) {
            double[] values = GoldenSeries.noise(n, n);
            assertAgrees(GoldenSeries.line(1e9, 1, values));
            for (int i = 0; i < n; i++) {
                values[i] += i < 5000 ? 1e6 : 1e-3 * i;
            }
            assertAgrees(values);
        }
    }

    private static void assertAgrees(double[] values) {
        Sample sample = Sample.of(values);
        double variance = Variance.of(values).getAsDouble();

        assertThat(sample.mean()).isEqualTo(Mean.of(values).getAsDouble(), within(1e-14 * Math.abs(sample.mean())));
        assertThat(sample.variance()).isEqualTo(variance, within(1e-12 * variance));
    }

    @Test
    void aConstantThatIsNotBinaryDoesNotVary() {
        for (double constant : new double[] {0.1, -1e-7, 3e15 + 0.1, 1e100}) {
            for (int n : new int[] {2, 10, 999, 1000, 4097, 50_000}) {
                double[] values = new double[n];
                Arrays.fill(values, constant);

                assertThat(Sample.of(values).variance()).isZero();
            }
        }
    }

    /** Kayenta's fixture. */
    @Test
    void twoLevelsHaveKayentasDeviation() {
        assertThat(Math.sqrt(Sample.of(new double[] {1, 1, 1, 10, 10, 10}).variance()))
                .isEqualTo(4.929503, within(5e-7));
    }

    @Test
    void noValuesHaveNoMeanAndOneNoVariance() {
        assertThat(Sample.of(new double[0]).mean()).isNaN();
        assertThat(Sample.of(new double[] {5}).mean()).isEqualTo(5);
        assertThat(Sample.of(new double[] {5}).variance()).isNaN();
    }

    private static void assertNumAcc(double mean, double relative, double deviationTolerance) {
        double[] values = new double[1001];
        values[0] = mean;
        for (int i = 1; i < 1001; i++) {
            values[i] = i % 2 == 1 ? mean - 0.1 : mean + 0.1;
        }
        Sample sample = Sample.of(values);

        assertThat(sample.mean()).isEqualTo(mean, within(mean * relative));
        assertThat(Math.sqrt(sample.variance())).isEqualTo(0.1, within(deviationTolerance));
    }
}
