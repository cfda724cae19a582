package io.phoenix.activity.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the autocorrelation functions of the textbook (Box and Jenkins, chapter 3). */
class NoiseTest {
    private static final int RUNS = 20_000;
    private static final double FIVE_ERRORS = 5 / Math.sqrt(RUNS);

    static Stream<Arguments> correlations() {
        return Stream.of(
                Arguments.of(Arma.WHITE, 1, 0.0),
                Arguments.of(Arma.ar(.7), 3, .343),
                Arguments.of(Arma.ar(.97), 10, .7374241),
                // rho(k) = phi^(k-1) (1 + phi theta)(phi + theta) / (1 + 2 phi theta + theta^2)
                Arguments.of(new Arma(.9, -.7), 1, .37 * .2 / .23),
                Arguments.of(new Arma(.9, -.7), 4, .729 * .37 * .2 / .23),
                Arguments.of(new MovingAverage(20), 5, .75),
                Arguments.of(new MovingAverage(20), 20, 0.0),
                Arguments.of(new UnderWhite(.5, Arma.ar(.95)), 1, .475));
    }

    @ParameterizedTest
    @MethodSource("correlations")
    void hasVarianceOneAndItsCorrelationsFromTheFirstPointOn(Noise noise, int lag, double expected) {
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] path = noise.path(lag + 1, new SplittableRandom(run));
            sum += path[0];
            squares += path[0] * path[0];
            products += path[0] * path[lag];
        }

        assertThat(sum / RUNS).isCloseTo(0, within(FIVE_ERRORS));
        assertThat(squares / RUNS).isCloseTo(1, within(FIVE_ERRORS * Math.sqrt(2)));
        assertThat(products / RUNS).isCloseTo(expected, within(FIVE_ERRORS * Math.sqrt(1 + expected * expected)));
    }

    @Test
    void knowsItsMemoryAndItsLongRunVariance() {
        assertThat(Arma.WHITE.memory()).isEqualTo(1);
        assertThat(Arma.forgettingIn(20).memory()).isCloseTo(20, within(1e-9));
        assertThat(Arma.ar(.9).memory()).isCloseTo(9.4912, within(1e-4));
        assertThat(Arma.ar(.9).inflation()).isCloseTo(19, within(1e-9));
        assertThat(new Arma(.9, -.7).inflation()).isCloseTo(9 / (.23 / .19), within(1e-9));
        UnderWhite half = UnderWhite.ofLongRun(.5, Arma.ar(.9));
        assertThat(half.share()).isCloseTo(.05, within(1e-9));
        assertThat(UnderWhite.ofLongRun(1, Arma.ar(.9)).share()).isEqualTo(1);
    }
}
