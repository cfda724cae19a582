package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.statistics.Interval;
import org.junit.jupiter.api.Test;

/** The bounds of what is stated without a sampling error: max |e| <= 1e-12 max(1, r), counts of 50 and more. */
class ExactnessTest {
    @Test
    void residualsOfRoundingAreNone() {
        assertThat(Exactness.exact(new double[] {1e-12, -1e-12}, 1)).isTrue();
        assertThat(Exactness.exact(new double[] {1.1e-12, -1.1e-12}, 1)).isFalse();
        assertThat(Exactness.exact(new double[] {1.1e-12, -1.1e-12}, 0.001)).isFalse();
        assertThat(Exactness.exact(new double[] {5e-10, -5e-10}, 1000)).isTrue();
        assertThat(Exactness.exact(new double[] {5e-10, -5e-10}, -1000)).isTrue();
        assertThat(Exactness.exact(new double[] {5e-9, -5e-9}, 1000)).isFalse();
    }

    @Test
    void countsOfFiftyOnAverageMayBeRounded() {
        PairedSeries pairs = PairedSeries.of(new double[] {40, 60}, new double[] {16, 24});

        assertThat(Exactness.toRounding(pairs, 50)).isPresent();
        assertThat(Exactness.toRounding(pairs, 49.99)).isEmpty();
    }

    /** 0 of 1 leaves every ratio up to 1; 40 of 100 and 80 of 200 leave [79.5 / 200.5, 80.5 / 199.5]. */
    @Test
    void aCountOfOneMayBeRoundedAndNoneMayNot() {
        double[] candidate = {0, 40, 80};

        assertThat(Exactness.toRounding(PairedSeries.of(new double[] {1, 100, 200}, candidate), 100))
                .contains(new Interval(79.5 / 200.5, 80.5 / 199.5));
        assertThat(Exactness.toRounding(PairedSeries.of(new double[] {0, 100, 200}, candidate), 100))
                .isEmpty();
    }

    /** 17.5 / 52.5 from above and from below: one third alone explains both. */
    @Test
    void aSingleRatioMayExplainEveryPair() {
        PairedSeries pairs = PairedSeries.of(new double[] {52, 53}, new double[] {18, 17});

        assertThat(Exactness.toRounding(pairs, 52.5)).contains(new Interval(17.5 / 52.5, 17.5 / 52.5));
    }

    @Test
    void fractionsAreNoCounts() {
        double[] baseline = {100, 200};

        assertThat(Exactness.toRounding(PairedSeries.of(baseline, new double[] {40, 80.5}), 150))
                .isEmpty();
        assertThat(Exactness.toRounding(PairedSeries.of(new double[] {100, 200.5}, new double[] {40, 80}), 150))
                .isEmpty();
    }
}
