package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.RatioTests.Standing;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Where a method has nothing to say, a calibration counts nothing for it. */
class RatioTestsTest {
    @Test
    void withoutABaselineThereIsNoRatioToTest() {
        double[] candidate = GoldenSeries.g6().candidate();

        RatioTests tests = of(new double[candidate.length], candidate);

        assertThat(tests.standing()).isEqualTo(Standing.HELD_BACK);
        assertThat(new double[] {tests.ratio(), tests.primary(), tests.neweyWest(), tests.eightBlocks()})
                .containsOnly(Double.NaN);
        assertThat(tests.welch()).isLessThan(1e-10);
    }

    @Test
    void aRunThatIsTooShortForItsErrorBarIsHeldBack() {
        RatioTests tests = of(
                Arrays.copyOf(GoldenSeries.g6().baseline(), 30),
                Arrays.copyOf(GoldenSeries.g6().candidate(), 30));

        assertThat(tests.standing()).isEqualTo(Standing.HELD_BACK);
        assertThat(tests.primary()).isNaN();
        assertThat(tests.ratio()).isBetween(0.8, 1.2);
    }

    private static RatioTests of(double[] baseline, double[] candidate) {
        return RatioTests.of(baseline, candidate, Duration.ofMinutes(16), Duration.ZERO);
    }
}
