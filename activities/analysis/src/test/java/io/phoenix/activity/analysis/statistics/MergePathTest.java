package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePathTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "3, 1", "1, 40", "40, 1", "7, 50", "64, 63", "200, 300"})
    void countsWhatCountingOneByOneCounts(int rows, int columns) {
        Random random = new Random(rows * 1000L + columns);
        // Wholes below 20, so that many are equal.
        double[] x = random.ints(rows, 0, 20).sorted().asDoubleStream().toArray();
        double[] y = random.ints(columns, 0, 20).sorted().asDoubleStream().toArray();

        MergePath path = new MergePath(x, y);

        for (double bound = -21; bound <= 21; bound += 0.5) {
            assertThat(path.atMost(bound)).as("at most %s", bound).isEqualTo(oneByOne(x, y, bound));
        }
    }

    @Test
    void differencesBeyondTheRangeOfADoubleAreAboveAndBelowAll() {
        double[] x = {-1.7e308, 0, 1.7e308};
        double[] y = {-1.7e308, 1.7e308};

        MergePath path = new MergePath(x, y);

        assertThat(path.atMost(Double.NEGATIVE_INFINITY)).isEqualTo(1);
        assertThat(path.atMost(-Double.MAX_VALUE)).isEqualTo(1);
        assertThat(path.atMost(0)).isEqualTo(4);
        assertThat(path.atMost(Double.MAX_VALUE)).isEqualTo(5);
    }

    private static long oneByOne(double[] x, double[] y, double bound) {
        return Arrays.stream(x)
                .flatMap(a -> Arrays.stream(y).map(b -> a - b))
                .filter(difference -> difference <= bound)
                .count();
    }
}
