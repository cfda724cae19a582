package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Reference: {@link Arrays#sort(double[])}, bit by bit. */
class AscendingTest {
    private static final int LONG = 10_000;
    private static final double[] SPECIAL = {
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        0.0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE
    };

    @Test
    void anyBitsAreInTheOrderOfTheLibrary() {
        Random random = new Random(1);

        sorted(made(LONG, any -> Double.longBitsToDouble(random.nextLong())));
        sorted(made(LONG, any -> SPECIAL[random.nextInt(SPECIAL.length)]));
        sorted(made(100, any -> SPECIAL[random.nextInt(SPECIAL.length)]));
    }

    @Test
    void fewDistinctValuesAndOneAlone() {
        Random random = new Random(2);

        sorted(made(LONG, any -> random.nextInt(3) - 1));
        sorted(made(LONG, any -> 7));
        sorted(made(LONG, any -> 100 + random.nextGaussian()));
        sorted(new double[0]);
    }

    @Test
    void leavesItsInputAlone() {
        double[] values = made(LONG, i -> -i);

        Ascending.of(values);

        assertThat(values).isEqualTo(made(LONG, i -> -i));
    }

    private static double[] made(int n, DoubleUnaryOperator value) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> value.applyAsDouble(i));
        return values;
    }

    private static void sorted(double[] values) {
        double[] expected = values.clone();
        Arrays.sort(expected);

        assertThat(Arrays.equals(Ascending.of(values), expected)).isTrue();
    }
}
