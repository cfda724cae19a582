package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    /** G6 of the analysis contract; eight blocks in NumPy, Welch by SciPy's ttest_ind. */
    @Test
    void everyMethodTestsARatioOfOne() {
        RatioTests tests = of(GoldenSeries.g6().baseline(), GoldenSeries.g6().candidate());

        assertThat(tests.standing()).isEqualTo(Standing.DECIDES);
        assertThat(tests.ratio()).isEqualTo(.9621339844079, within(1e-12));
        assertThat(tests.primary()).isEqualTo(.03640780211198, within(1e-12));
        assertThat(tests.neweyWest()).isEqualTo(.202852915079, within(1e-11));
        assertThat(tests.eightBlocks()).isEqualTo(.14230271484581333, within(1e-11));
        assertThat(tests.welch()).isEqualTo(1.4099529662781184e-07, within(1e-17));
    }

    @Test
    void aRatioFarFromOneAtEveryStepAsksNoErrorBar() {
        RatioTests tests = of(GoldenSeries.g1().baseline(), GoldenSeries.g1().candidate());

        assertThat(tests.standing()).isEqualTo(Standing.FAR_FROM_THRESHOLD);
    }

    private static RatioTests of(double[] baseline, double[] candidate) {
        return RatioTests.of(baseline, candidate, Duration.ofMinutes(16), Duration.ZERO);
    }
}
