package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.Moments;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bounds of the block estimator: how few neighbours it takes, and which block means count as none at all. */
class BlocksTest {
    /** The definition in NumPy: twelve stretches of two blocks, lag terms inside a stretch only. */
    @Test
    void twelveNeighboursAreEnough() {
        double[] residuals = Moments.centred(GoldenSeries.noise(3, 48));

        Blocks blocks = Blocks.of(residuals, stretchesOf(4), 1).orElseThrow();

        assertThat(blocks.lag1()).isEqualTo(0.0794502578715589, within(1e-13));
        assertThat(blocks.correlation()).isEqualTo(0.13104820677217044, within(1e-13));
        assertThat(blocks.effective()).isEqualTo(18.438509439826863, within(1e-11));
        assertThat(blocks.degreesOfFreedom()).isEqualTo(6.660658559124319, within(1e-11));
        assertThat(blocks.standardError()).isEqualTo(0.14779038661935381, within(1e-13));
    }

    @Test
    void lessThanTwelveNeighboursAreNot() {
        int[] segment = stretchesOf(4);
        segment[2] = -1;
        segment[3] = -1;

        assertThat(Blocks.of(Moments.centred(GoldenSeries.noise(3, 48)), segment, 1))
                .isEmpty();
    }

    /** The sum of squares of the means counts as none up to 1e-24 max(1, r^2) k; then the residuals' own spread is taken. */
    @Test
    void meansOfRoundingAloneAreNone() {
        double spread = Math.sqrt(1.0 / 47);

        assertThat(standardError(0.5e-12, 1)).isEqualTo(spread, within(1e-9));
        assertThat(standardError(0.5e-12, 0.001)).isEqualTo(spread, within(1e-9));
        assertThat(standardError(0.5e-9, 1000)).isEqualTo(spread, within(1e-9));
        assertThat(standardError(4e-12, 1)).isLessThan(1e-11);
        assertThat(standardError(0.5e-9, 1)).isLessThan(1e-8);
    }

    /** Of 48 residuals of about +1 and -1, whose 24 means alternate between {@code mean} and its negative. */
    private static double standardError(double mean, double ratio) {
        double[] residuals = IntStream.range(0, 48)
                .mapToDouble(t -> (t % 2 == 0 ? 1 : -1) + (t / 2 % 2 == 0 ? mean : -mean))
                .toArray();
        return Blocks.of(residuals, new int[48], ratio).orElseThrow().standardError();
    }

    private static int[] stretchesOf(int pairs) {
        return IntStream.range(0, 48).map(t -> t / pairs).toArray();
    }
}
