package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All nine univariate sets of the NIST Statistical Reference Datasets with their certified mean, standard deviation (n - 1) and
 * lag-1 correlation. The last column is what a double loses when the set itself is written in binary.
 */
class NistUnivariateTest {
    static Stream<Arguments> certified() {
        return Stream.of(
                Arguments.of("PiDigits", NistSets.piDigits(), 4.5348, 2.86733906028871, -0.00355099287237972, 1e-14),
                Arguments.of(
                        "Lottery", NistSets.LOTTERY, 518.958715596330, 291.699727470969, -0.120948622967393, 1e-14),
                Arguments.of("Lew", NistSets.LEW, -177.435, 277.332168044316, -0.307304800605679, 1e-14),
                Arguments.of("Mavro", NistSets.MAVRO, 2.001856, 0.000429123454003053, 0.937989183438248, 1e-12),
                Arguments.of("Michelso", NistSets.MICHELSO, 299.8524, 0.0790105478190518, 0.535199668621283, 1e-13),
                Arguments.of("NumAcc1", new double[] {10000001, 10000003, 10000002}, 10000002, 1, -0.5, 1e-15),
                Arguments.of("NumAcc2", numAcc(1.2), 1.2, 0.1, -0.999, 1e-14),
                Arguments.of("NumAcc3", numAcc(1000000.2), 1000000.2, 0.1, -0.999, 1e-9),
                Arguments.of("NumAcc4", numAcc(10000000.2), 10000000.2, 0.1, -0.999, 1e-8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certified")
    void aSetHasItsCertifiedNumbers(
            String name, double[] values, double mean, double deviation, double lag1, double lost) {
        Sample sample = Sample.of(values);

        assertThat(sample.mean()).isEqualTo(mean, within(2e-15 * Math.abs(mean)));
        assertThat(Math.sqrt(sample.variance())).isEqualTo(deviation, within(lost * deviation));
        assertThat(Moments.mean(values)).isEqualTo(mean, within(2e-15 * Math.abs(mean)));
        assertThat(Math.sqrt(Moments.variance(values))).isEqualTo(deviation, within(lost * deviation));
        assertThat(LjungBox.of(values, 1).lag1()).isEqualTo(lag1, within(10 * lost));
    }

    private static double[] numAcc(double mean) {
        return IntStream.range(0, 1001)
                .mapToDouble(i -> i == 0 ? mean : Math.rint(10 * mean + (i % 2 == 1 ? -1 : 1)) / 10)
                .toArray();
    }
}
