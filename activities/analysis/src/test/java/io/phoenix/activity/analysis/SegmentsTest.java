package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.Interval;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A ratio that stood still on a few levels. */
class SegmentsTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofMinutes(1));

    /** Levels of one length are a plain sample of four: SE = sd / sqrt(4), here by NumPy. */
    @Test
    void levelsOfOneLengthHaveTheErrorOfTheirMean() {
        Inference inference = inference(25, 50, 75);

        assertThat(inference.rule()).isEqualTo(Rule.SEGMENTS);
        assertThat(inference.segments().standardError()).isEqualTo(0.006451746370493783, within(1e-15));
        assertThat(inference.segments().degreesOfFreedom()).isEqualTo(3, within(1e-12));
    }

    /** The definition in NumPy, t quantiles of SciPy: shares of .1, .2, .3 and .4. */
    @Test
    void levelsOfDifferentLengthsCountByTheirShares() {
        Inference inference = inference(10, 30, 60);

        Interval interval = inference.estimate().interval(.95);
        assertThat(inference.estimate().value()).isEqualTo(0.4197901049475262, within(1e-14));
        assertThat(inference.segments().effective()).isEqualTo(10.0 / 3, within(1e-13));
        assertThat(inference.segments().standardError()).isEqualTo(0.005852474200590905, within(1e-14));
        assertThat(interval.lower()).isEqualTo(0.39832871415616167, within(1e-9));
        assertThat(interval.upper()).isEqualTo(0.44240780528507906, within(1e-9));
    }

    @Test
    void ratiosThatDifferByABillionthAreOneLevel() {
        assertThat(levels(1000, 1000 * (1 + 1e-10))).isEqualTo(1);
        assertThat(levels(1000, 1000 * (1 + 1e-8))).isEqualTo(2);
        assertThat(levels(0.001, 0.001 * (1 + 1e-8))).isEqualTo(2);
    }

    private static int levels(double before, double after) {
        double[] candidate =
                IntStream.range(0, 60).mapToDouble(t -> t < 30 ? before : after).toArray();
        PairedSeries pairs = PairedSeries.of(GoldenSeries.line(1, 0, candidate), candidate);
        return Segments.of(pairs, new double[60]).map(Segments::levels).orElse(1);
    }

    /** 100 pairs on the levels 400, 410, 420 and 430 of 1000.5, which change at the given steps. */
    private static Inference inference(int first, int second, int third) {
        double[] candidate = IntStream.range(0, 100)
                .mapToDouble(t -> t < first ? 400 : t < second ? 410 : t < third ? 420 : 430)
                .toArray();
        return RatioInference.of(PairedSeries.of(GoldenSeries.line(1000.5, 0, candidate), candidate), GATE);
    }
}
