package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import org.junit.jupiter.api.Test;

class CounterIncreaseTest {
    @Test
    void whatIsCountedWhilePausedIsLeftOut() {
        ARun run = ARun.healthy().pausedAfterWindow(4).both(Metric.DROPPED_POINTS, t -> 0, t -> t < 30 ? 0 : 500);

        assertThat(dropped(run).candidateMean()).isZero();
    }

    @Test
    void whatIsCountedAcrossAMissingStepIsNotLost() {
        ARun run = ARun.healthy()
                .both(Metric.DROPPED_POINTS, t -> 0, t -> t < 30 ? 0 : 500)
                .steps(Metric.DROPPED_POINTS, "candidate", 29, 31, Double.NaN);

        assertThat(dropped(run).candidateMean()).isEqualTo(500);
    }

    @Test
    void aShareOfTheBaselinesLossCanBeTheLimit() {
        ARun run = ARun.healthy().both(Metric.SEND_FAILURES, t -> t, t -> 1.05 * t);

        assertThat(run.only("send_failures", 0.1).outcome()).isEqualTo("pass");
        assertThat(run.only("send_failures", 0.04).outcome()).isEqualTo("fail");
    }

    @Test
    void aCountOfLossesIsNoGoal() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.REFUSED_POINTS, t -> t, t -> 0)
                .goals(new Goal("refused_points", 0.1))
                .analyze();

        assertThat(ARun.metric(result, "refused_points").outcome()).isEqualTo("inconclusive");
    }

    @Test
    void aLossThatNoCriterionNamesIsShown() {
        MetricResult dropped = dropped(ARun.healthy().both(Metric.DROPPED_POINTS, t -> 2 * t, t -> t));

        assertThat(dropped.role()).isEqualTo("info");
        assertThat(dropped.baselineMean()).isEqualTo(118);
        assertThat(dropped.candidateMean()).isEqualTo(59);
    }

    @Test
    void aFileMayHoldWhatWasLostInEachStep() {
        double[] noise = GoldenSeries.noise(4, 240);
        double[] other = GoldenSeries.noise(5, 240);
        ARun run = ARun.ofPairs(GoldenSeries.g1()).guardrail("dropped_points", null, 2.0);

        MetricResult steady = dropped(run.both(Metric.DROPPED_POINTS, t -> 0, t -> 5));
        MetricResult noisy = dropped(run.both(Metric.DROPPED_POINTS, t -> 5 + noise[t], t -> 6 + other[t]));

        assertThat(steady.outcome()).isEqualTo("fail");
        assertThat(steady.difference()).isEqualTo(5);
        assertThat(noisy.outcome()).isEqualTo("pass");
        assertThat(noisy.rule()).isEqualTo("ABSOLUTE");
        assertThat(noisy.difference()).isBetween(0.7, 1.3);
    }

    @Test
    void aFileMayHoldCounts() {
        MetricResult growing = dropped(ARun.ofPairs(GoldenSeries.g1())
                .guardrail("dropped_points", null, 0.0)
                .both(Metric.DROPPED_POINTS, t -> 7, t -> t < 200 ? 7 : 9));

        assertThat(growing.outcome()).isEqualTo("fail");
        assertThat(growing.candidateMean()).isEqualTo(2);
    }

    @Test
    void oneSeriesIsEnoughToTellACountFromALossPerStep() {
        ARun run = ARun.ofPairs(GoldenSeries.g1()).guardrail("dropped_points", null, 1.0);

        MetricResult risingBaseline = dropped(run.both(Metric.DROPPED_POINTS, t -> t, t -> 0));
        MetricResult fallingCandidate = dropped(run.both(Metric.DROPPED_POINTS, t -> t, t -> t % 2));

        assertThat(risingBaseline.rule()).isEqualTo("EXACT");
        assertThat(risingBaseline.baselineMean()).isEqualTo(239);
        assertThat(fallingCandidate.baselineMean()).isEqualTo(119.5);
        assertThat(fallingCandidate.candidateMean()).isEqualTo(0.5);
    }

    private static MetricResult dropped(ARun run) {
        return ARun.metric(run.analyze(), "dropped_points");
    }
}
