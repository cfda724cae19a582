package io.phoenix.activity.analysis.resampling;

import static io.phoenix.activity.analysis.GoldenSeries.autoregressive;
import static io.phoenix.activity.analysis.GoldenSeries.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Python's arch 8.0.0, optimal_block_length: stationary and circular. */
class BlockLengthTest {
    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(autoregressive(.9, noise(21, 480)), 18.860179456536002, 21.589516041008523),
                Arguments.of(noise(2, 240), 2.880111648708901, 3.2969048244208374),
                Arguments.of(autoregressive(.5, noise(7, 1000)), 11.45043386812443, 13.107474732257074),
                Arguments.of(autoregressive(-.5, noise(8, 200)), 8.870341513061232, 10.154006266313264),
                Arguments.of(noise(3, 20), 1.1694615337611858, 1.3386992738146937),
                Arguments.of(autoregressive(.97, noise(1, 240)), 21.620744431127438, 24.74957408491721));
    }

    @ParameterizedTest
    @MethodSource("published")
    void agreesWithArch(double[] series, double stationary, double moving) {
        BlockLength length = BlockLength.of(series);

        assertThat(length.stationary()).isEqualTo(stationary, within(1e-9));
        assertThat(length.moving()).isEqualTo(moving, within(1e-9));
    }

    @Test
    void everySeriesHasALength() {
        BlockLength one = new BlockLength(1, 1);

        assertThat(BlockLength.of(new double[0])).isEqualTo(one);
        assertThat(BlockLength.of(new double[] {7})).isEqualTo(one);
        assertThat(BlockLength.of(new double[] {7, 7, 7, 7})).isEqualTo(one);
        assertThat(BlockLength.of(new double[] {7, Double.NaN, 7, 7})).isEqualTo(one);
        assertThat(BlockLength.of(new double[] {1, 2}).moving()).isBetween(1.0, 2.0);
    }

    @Test
    void aTrendNeverAsksForMoreThanTheLimit() {
        double[] trend = new double[100];
        for (int t = 0; t < 100; t++) {
            trend[t] = t;
        }

        assertThat(BlockLength.of(trend).stationary()).isBetween(1.0, 30.0);
    }
}
