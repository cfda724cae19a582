package io.phoenix.activity.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometricLengthsTest {
    private static final int DRAWS = 1 << 16;

    /** The probabilities of the geometric distribution from 1 on: (1 - 1/m)^(k-1) / m. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4, 30, 670})
    void lengthsHaveTheProbabilitiesOfTheGeometricDistribution(double mean) {
        GeometricLengths lengths = new GeometricLengths(mean);
        int[] drawn = new int[40];
        double sum = 0;
        for (long i = 0; i < DRAWS; i++) {
            int length = lengths.at((i << 16) + (1 << 15));
            drawn[Math.min(length, drawn.length - 1)]++;
            sum += length;
        }

        for (int k = 1; k < drawn.length - 1; k++) {
            double probability = Math.pow(1 - 1 / mean, k - 1) / mean;
            assertThat((double) drawn[k] / DRAWS).isCloseTo(probability, within(2.0 / DRAWS));
        }
        assertThat(sum / DRAWS).isCloseTo(mean, within(0.001 * mean));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void noBlockIsShorterThanOnePoint(double mean) {
        GeometricLengths lengths = new GeometricLengths(mean);

        assertThat(lengths.at(0)).isEqualTo(1);
        assertThat(lengths.at(-1)).isEqualTo(1);
    }
}
