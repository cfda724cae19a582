package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InputParityTest {
    @Test
    void scrapesOutOfPhaseMoveOneIntervalToAndFro() {
        ARun run = ARun.healthy()
                .with(Metric.ACCEPTED_POINTS, "candidate", t -> t % 3 == 0 ? 10800 : t % 3 == 1 ? 3600 : 7200);

        assertThat(parity(run).outcome()).isEqualTo("pass");
    }

    @Test
    void moreThanOneIntervalThatNeverArrivesIsNotConserved() {
        ARun run = ARun.healthy(120).steps(Metric.ACCEPTED_POINTS, "candidate", 30, 32, 3600);

        assertThat(parity(run).reasons()).containsExactly("NOT_CONSERVED");
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aDelayThatIsMadeUpForIsConserved() {
        ARun run = ARun.healthy(120)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 31, 33, 1)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 33, 34, 3 * 7200 - 2);

        assertThat(parity(run).outcome()).isEqualTo("pass");
    }

    @Test
    void aLossOnTheWayToBothIsSeenAgainstTheSource() {
        ARun run = ARun.healthy(120).with(Metric.ACCEPTED_POINTS, "source", t -> 7400);

        assertThat(parity(run).reasons()).containsExactly("NOT_CONSERVED");
    }

    @Test
    void aMissingStepIsNoLoss() {
        ARun run = ARun.healthy(120)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 50, 51, Double.NaN)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 51, 52, 10800);

        assertThat(parity(run).outcome()).isEqualTo("pass");
    }

    @Test
    void withoutAnIntervalTheRatioMustBeWithinOnePercent() {
        ARun equal = noisy(1.002);
        ARun different = noisy(0.98);

        assertThat(parity(equal).outcome()).isEqualTo("pass");
        assertThat(parity(equal).ratioUpper()).isLessThan(1.01);
        assertThat(parity(different).reasons()).containsExactly("INPUT_DIFFERS");
        assertThat(different.analyze().verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aShortNoisyRunWithoutAnIntervalIsUndecided() {
        double[] noise = GoldenSeries.noise(4, 40);
        ARun run =
                ARun.healthy(40).interval(null).with(Metric.ACCEPTED_POINTS, "candidate", t -> 7200 + 300 * noise[t]);

        assertThat(parity(run).outcome()).isEqualTo("inconclusive");
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void oneFailedScrapeInAHundredIsAllowed() {
        ARun one = ARun.healthy().steps(Metric.UP, "candidate", 20, 21, 0);
        ARun two = ARun.healthy().steps(Metric.UP, "candidate", 20, 21, 0).steps(Metric.UP, "candidate", 40, 41, 0);

        assertThat(parity(one).outcome()).isEqualTo("pass");
        assertThat(parity(two).reasons()).containsExactly("UP_TOO_LOW");
    }

    @Test
    void aCollectorThatIsDownInTheLastStepNeverWins() {
        ARun run = ARun.healthy(240).steps(Metric.UP, "candidate", 239, 240, 0);

        assertThat(parity(run).reasons()).containsExactly("UP_TOO_LOW");
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void anExperimentWithoutItsInputSeriesIsInvalid() {
        ARun run = ARun.healthy().without(Metric.ACCEPTED_POINTS, "baseline");

        assertThat(parity(run).outcome()).isEqualTo("invalid");
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void theInputIsShownWithItsIntervalAmongTheMetrics() {
        MetricResult accepted = ARun.metric(noisy(1.002).analyze(), "accepted_points");

        assertThat(accepted.role()).isEqualTo("parity");
        assertThat(accepted.ratioLower()).isLessThan(accepted.ratio());
        assertThat(accepted.oneSidedUpper()).isEqualTo(parity(noisy(1.002)).ratioUpper());
    }

    @Test
    void aFileWithUpAloneSaysNothingOfAcceptedPoints() {
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g1())
                .both(Metric.UP, t -> 1, t -> t % 50 == 0 ? 0 : 1)
                .analyze();

        assertThat(result.candidates().getFirst().metrics())
                .extracting(MetricResult::name, MetricResult::role)
                .containsExactly(tuple("active_series", "goal"), tuple("up", "hard"));
        assertThat(result.reasons())
                .extracting(Reason::code, Reason::metric)
                .containsExactly(tuple("UP_TOO_LOW", "up"));
    }

    @Test
    void aFileMayLeaveTheInputSeriesOut() {
        ARun run = ARun.ofPairs(GoldenSeries.g1()).memory(Duration.ofSeconds(20));

        assertThat(run.analyze().parity()).isEmpty();
        assertThat(run.both(Metric.UP, t -> 1, t -> 1)
                        .analyze()
                        .parity()
                        .get("candidate")
                        .outcome())
                .isEqualTo("pass");
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void aFileMayHaveAcceptedPointsAloneOrUpAlone() {
        ARun accepted = ARun.ofPairs(GoldenSeries.g1()).both(Metric.ACCEPTED_POINTS, t -> 7200, t -> 7200);
        ARun down = ARun.ofPairs(GoldenSeries.g1()).both(Metric.UP, t -> 1, t -> t == 239 ? 0 : 1);

        assertThat(parity(accepted).outcome()).isEqualTo("pass");
        assertThat(parity(accepted).ratio()).isEqualTo(1);
        assertThat(parity(down).reasons()).containsExactly("UP_TOO_LOW");
        assertThat(parity(down).outcome()).isEqualTo("fail");
        assertThat(parity(down).ratio()).isNull();
    }

    /** Half an interval more and half an interval less than the baseline: a whole one and a half apart. */
    @Test
    void everyTwoOfTheThreePlacesMustAgree() {
        ARun run = ARun.healthy(120)
                .steps(Metric.ACCEPTED_POINTS, "source", 0, 1, 7200 + 2700)
                .steps(Metric.ACCEPTED_POINTS, "candidate", 0, 1, 7200 - 2700);

        assertThat(parity(run).reasons()).containsExactly("NOT_CONSERVED");
        assertThat(parity(run.steps(Metric.ACCEPTED_POINTS, "source", 0, 1, 7200))
                        .outcome())
                .isEqualTo("pass");
    }

    @Test
    void aWindowThatIsMissingShowsNoLoss() {
        ARun run = ARun.healthy(62).steps(Metric.ACCEPTED_POINTS, "candidate", 60, 62, Double.NaN);

        assertThat(parity(run).outcome()).isEqualTo("pass");
    }

    /** An interval is half a step, so 3600 of 7200 points, and five percent while the input grows. */
    @Test
    void whatIsInFlightIsOneIntervalOfTheLargestStep() {
        assertThat(parity(losing(3780)).outcome()).isEqualTo("pass");
        assertThat(parity(losing(3781)).reasons()).containsExactly("NOT_CONSERVED");
    }

    private static ARun losing(int points) {
        return ARun.healthy(120).steps(Metric.ACCEPTED_POINTS, "candidate", 0, 1, 7200 - points);
    }

    private static ARun noisy(double ratio) {
        double[] noise = GoldenSeries.noise(4, 240);
        return ARun.healthy(240)
                .interval(null)
                .with(Metric.ACCEPTED_POINTS, "candidate", t -> ratio * 7200 + 10 * noise[t])
                .without(Metric.ACCEPTED_POINTS, "source");
    }

    private static ParityResult parity(ARun run) {
        return run.analyze().parity().get("candidate");
    }
}
