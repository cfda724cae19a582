package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RuleOrderTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofMinutes(1));

    @Test
    void farFromTheThresholdComesFirstAndNeedsNoMemory() {
        MetricResult series =
                ARun.metric(ARun.healthy().memory(Duration.ofHours(1)).analyze(), "active_series");

        assertThat(series.rule()).isEqualTo("FAR_FROM_THRESHOLD");
        assertThat(series.outcome()).isEqualTo("pass");
        assertThat(series.ratioLower()).isNotNull();
    }

    @Test
    void farFromTheThresholdFailsAsWellAndNeedsSixtyPairs() {
        MetricResult failed =
                ARun.metric(ARun.healthy().goals(new Goal("active_series", 0.8)).analyze(), "active_series");
        MetricResult fewer = ARun.metric(ARun.healthy(59).memory(null).analyze(), "active_series");

        assertThat(failed.reasons()).containsExactly("FUTILE");
        assertThat(failed.rule()).isEqualTo("FAR_FROM_THRESHOLD");
        assertThat(fewer.rule()).isEqualTo("BLOCKS");
    }

    @Test
    void aZeroAmongTheBaselineRulesOutFarFromThreshold() {
        double[] baseline = GoldenSeries.base();
        baseline[7] = 0;

        assertThat(FarFromThreshold.judge(PairedSeries.of(baseline, new double[240]), 0.8))
                .isEmpty();
    }

    @Test
    void exactComesBeforeRounding() {
        PairedSeries pairs = PairedSeries.of(new double[] {100, 200, 300}, new double[] {50, 100, 150});

        assertThat(RatioInference.of(pairs, GATE).rule()).isEqualTo(Rule.EXACT);
    }

    @Test
    void aCandidateOfZeroIsExact() {
        PairedSeries pairs = PairedSeries.of(new double[] {100, 200, 300}, new double[3]);

        Inference inference = RatioInference.of(pairs, GATE);

        assertThat(inference.rule()).isEqualTo(Rule.EXACT);
        assertThat(inference.estimate().interval(.95)).isEqualTo(new Interval(0, 0));
    }

    @Test
    void countsThatOneProportionExplainsAreExactToRounding() {
        double[] baseline = new double[80];
        double[] candidate = new double[80];
        for (int t = 0; t < 80; t++) {
            baseline[t] = 1000 + 7 * t;
            candidate[t] = Math.rint(0.4 * baseline[t]);
        }

        Inference inference = RatioInference.of(PairedSeries.of(baseline, candidate), GATE);

        assertThat(inference.rule()).isEqualTo(Rule.EXACT_TO_ROUNDING);
        assertThat(inference.estimate().interval(.95).contains(0.4)).isTrue();
        assertThat(inference.estimate().pValue(0.4)).isEqualTo(1);
        assertThat(inference.estimate().pValue(1)).isZero();
        assertThat(inference.stamps(GATE)).containsExactly("scope=observed level");
    }

    @Test
    void smallCountsAreNotExactToRounding() {
        double[] baseline = {10, 11, 12, 13};
        double[] candidate = {4, 4, 5, 5};

        assertThat(Exactness.toRounding(PairedSeries.of(baseline, candidate), 11.5))
                .isEmpty();
    }

    @Test
    void fourLevelsDecideByTheirOwnErrorBar() {
        double[] baseline = new double[120];
        double[] candidate = new double[120];
        for (int t = 0; t < 120; t++) {
            baseline[t] = 1000.5;
            candidate[t] = 400 + 10 * (t / 30);
        }

        Inference inference = RatioInference.of(PairedSeries.of(baseline, candidate), GATE);

        assertThat(inference.rule()).isEqualTo(Rule.SEGMENTS);
        assertThat(inference.obstacle()).isNull();
        assertThat(inference.segments().degreesOfFreedom()).isEqualTo(3, within(1e-12));
    }

    @Test
    void oneLevelOrThirteenAreNoSegments() {
        double[] baseline = GoldenSeries.line(1000.5, 0, new double[130]);
        double[] candidate = new double[130];
        Arrays.setAll(candidate, t -> 400 + t / 10);

        assertThat(Segments.of(PairedSeries.of(baseline, baseline), new double[130]))
                .isEmpty();
        assertThat(Segments.of(PairedSeries.of(baseline, candidate), new double[130]))
                .isEmpty();
        assertThat(Segments.of(PairedSeries.of(baseline, candidate).slice(0, 120), new double[120])
                        .orElseThrow()
                        .levels())
                .isEqualTo(12);
    }

    @Test
    void aHalfWithoutABaselineHasNoRatio() {
        double[] late = new double[240];
        double[] early = new double[240];
        Arrays.fill(late, 120, 240, 5);
        Arrays.fill(early, 0, 120, 5);

        assertThat(HalfSplit.of(PairedSeries.of(late, GoldenSeries.base()))).isEmpty();
        assertThat(HalfSplit.of(PairedSeries.of(early, GoldenSeries.base()))).isEmpty();
    }

    @Test
    void tooFewEffectivePairsHaveNoNeweyWest() {
        double[] trend = new double[50];
        Arrays.setAll(trend, t -> 500 + t * t);

        assertThat(NeweyWest.of(PairedSeries.of(GoldenSeries.line(1000.25, 0, trend), trend)))
                .isEmpty();
        assertThat(NeweyWest.of(PairedSeries.of(trend, trend))).isEmpty();
    }

    @Test
    void aMemoryLacksWhatIsMissingToTwentyFourOfIt() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(new MemoryGate(minute, null).missing()).isZero();
        assertThat(new MemoryGate(minute, null).tooShort()).isFalse();
        assertThat(new MemoryGate(minute, Duration.ofMillis(2500)).missing()).isZero();
        assertThat(new MemoryGate(minute, Duration.ofMillis(2500)).tooShort()).isFalse();
        assertThat(new MemoryGate(minute, Duration.ofSeconds(3)).missing()).hasSeconds(12);
        assertThat(new MemoryGate(minute, Duration.ofSeconds(3)).tooShort()).isTrue();
        assertThat(new MemoryGate(minute, null).longestSeconds()).isEqualTo(2.5);
    }

    @Test
    void residualsThatCancelInEveryBlockFallBackToTheirOwnSpread() {
        double[] residuals = new double[240];
        for (int t = 0; t < 240; t++) {
            residuals[t] = t % 2 == 0 ? 1 : -1;
        }

        Blocks blocks = Blocks.of(residuals, new int[240], 1).orElseThrow();

        assertThat(blocks.degreesOfFreedom()).isEqualTo(8);
        assertThat(blocks.standardError()).isEqualTo(Math.sqrt(240.0 / 239 / 240), within(1e-15));
    }

    @Test
    void aRatioThatOnlyWandersIsStampedNonStationary() {
        double[] drift = new double[480];
        for (int t = 0; t < 480; t++) {
            drift[t] = 500 + t + 0.25 * Math.abs(GoldenSeries.noise(t + 1L, 1)[0]);
        }
        double[] baseline = GoldenSeries.line(1000.25, 0, drift);

        Inference inference = RatioInference.of(PairedSeries.of(baseline, drift), GATE);

        assertThat(inference.stamps(GATE)).containsExactly("NON_STATIONARY");
    }

    @Test
    void aRatioThatComesBackIsNotStampedNonStationary() {
        assertThat(RatioInference.of(GoldenSeries.g6(), GATE).stamps(GATE)).isEmpty();
        assertThat(RatioInference.of(GoldenSeries.g6(), new MemoryGate(Duration.ofHours(1), null))
                        .stamps(new MemoryGate(Duration.ofHours(1), null)))
                .containsExactly("MEMORY_UNKNOWN");
    }

    @Test
    void halvesThatDisagreeAreStampedDrift() {
        double[] noise = GoldenSeries.noise(3, 240);
        double[] candidate = new double[240];
        for (int t = 0; t < 240; t++) {
            candidate[t] = (t < 120 ? 400 : 450) + noise[t];
        }
        PairedSeries pairs = PairedSeries.of(GoldenSeries.line(1000.25, 0, noise), candidate);

        assertThat(ARun.metric(ARun.ofPairs(pairs).analyze(), "active_series").stamps())
                .contains("DRIFT");
    }

    @Test
    void manyPausesLeaveTooFewNeighbours() {
        int[] segment = new int[60];
        for (int t = 0; t < 60; t++) {
            segment[t] = t / 4;
        }
        double[] noise = Moments.centred(GoldenSeries.noise(3, 60));

        assertThat(Blocks.of(noise, segment, 1)).isEmpty();
    }

    @Test
    void guardrailsAreJudgedByTheOneSidedBounds() {
        ARun run =
                ARun.ofPairs(GoldenSeries.g6()).memory(Duration.ofSeconds(40)).goals();
        run.both(
                Metric.COLLECTOR_CPU,
                t -> GoldenSeries.g6().baseline()[t],
                t -> GoldenSeries.g6().candidate()[t]);

        assertThat(cpu(run, -0.005).reasons()).containsExactly(ReasonCode.GUARDRAIL_HELD.name());
        assertThat(cpu(run, -0.02).reasons()).contains(ReasonCode.GUARDRAIL_UNDECIDED.name());
        assertThat(cpu(run, -0.07).reasons()).contains(ReasonCode.GUARDRAIL_BROKEN.name());
        assertThat(cpu(run, -0.02).oneSidedLower()).isEqualTo(.9350014832249, within(1e-12));
        assertThat(cpu(run, -0.02).oneSidedUpper()).isEqualTo(.9900538347381, within(1e-12));
    }

    private static MetricResult cpu(ARun run, double maximumIncrease) {
        return run.only("collector_cpu", maximumIncrease);
    }
}
