package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.MetricOutcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ratios between 1 and 1.25, so a range of .25: decided from .5 down and from 1.75 up. */
class FarFromThresholdTest {
    @Test
    void twiceTheRangeAwayIsFarEnoughOnBothSides() {
        assertThat(FarFromThreshold.judge(pairs(60), 1.75)).contains(MetricOutcome.PASS);
        assertThat(FarFromThreshold.judge(pairs(60), 1.74)).isEmpty();
        assertThat(FarFromThreshold.judge(pairs(60), 0.51)).isEmpty();
        assertThat(FarFromThreshold.judge(pairs(60), 0.5)).contains(MetricOutcome.FAIL);
    }

    @Test
    void fiftyNineStepsAreTooFew() {
        assertThat(FarFromThreshold.judge(pairs(59), 2)).isEmpty();
    }

    private static PairedSeries pairs(int n) {
        double[] candidate =
                IntStream.range(0, n).mapToDouble(t -> t % 2 == 0 ? 4 : 5).toArray();
        return PairedSeries.of(GoldenSeries.line(4, 0, candidate), candidate);
    }
}
