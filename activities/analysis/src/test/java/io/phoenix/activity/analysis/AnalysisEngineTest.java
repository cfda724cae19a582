package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalysisEngineTest {
    @Test
    void promotesACandidateThatSavesAndLosesNothing() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.COLLECTOR_CPU, t -> 0.20 + 0.01 * (t % 3), t -> 0.15 + 0.01 * (t % 5))
                .both(Metric.DROPPED_POINTS, t -> 3, t -> 3)
                .both(Metric.CRITICAL_PROCESSES, t -> 6, t -> 6)
                .guardrail("collector_cpu", 0.25, null)
                .guardrail("dropped_points", null, 0.0)
                .criticalProcesses("postgres", "nginx")
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.codes(result)).containsExactly("GOAL_MET", "GUARDRAIL_HELD");
        assertThat(result.winner().orElseThrow().name()).isEqualTo("candidate");
        assertThat(result.parity().get("candidate").outcome()).isEqualTo("pass");
        assertThat(ARun.metric(result, "active_series").saving()).isEqualTo(0.6, within(1e-3));
        assertThat(ARun.metric(result, "critical_processes").outcome()).isEqualTo("pass");
        assertThat(result.inputDigest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void theGoldenSetPassesThroughToTheResult() {
        MetricResult series = ARun.metric(
                ARun.ofPairs(GoldenSeries.g1()).memory(Duration.ofSeconds(20)).analyze(), "active_series");

        assertThat(series.ratio()).isEqualTo(.6000082206675, within(1e-12));
        assertThat(series.ratioLower()).isEqualTo(.5995756406262, within(1e-12));
        assertThat(series.ratioUpper()).isEqualTo(.6004411128053, within(1e-12));
        assertThat(series.blocks()).isEqualTo(24);
        assertThat(series.rule()).isEqualTo("FAR_FROM_THRESHOLD");
        assertThat(series.shown()).containsKeys("welch", "neweyWest", "blockMeans");
    }

    @Test
    void aSavingThatCannotBeReachedIsRejectedAsFutile() {
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g6())
                .memory(Duration.ofSeconds(40))
                .goals(new Goal("active_series", 0.30))
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(ARun.codes(result)).containsExactly("FUTILE");
    }

    @Test
    void anIntervalAcrossTheGoalDecidesNothing() {
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g6())
                .memory(Duration.ofSeconds(40))
                .goals(new Goal("active_series", 0.02))
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ARun.codes(result)).containsExactly("GOAL_UNDECIDED");
        assertThat(DecisionRule.extensible(result)).isFalse();
    }

    @Test
    void aRunShorterThanTwentyFourMemoriesDecidesNothing() {
        ARun run = ARun.ofPairs(GoldenSeries.g6()).goals(new Goal("active_series", 0.003));

        AnalysisResult enough = run.memory(Duration.ofSeconds(40)).analyze();
        AnalysisResult tooShort = run.memory(Duration.ofSeconds(41)).analyze();

        assertThat(enough.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(tooShort.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ARun.codes(tooShort)).containsExactly("SHORT_FOR_MEMORY");
    }

    @Test
    void anUndeclaredMemoryIsStampedWithTheLargestThatTheRunSupports() {
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g6())
                .memory(null)
                .goals(new Goal("active_series", 0.003))
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.metric(result, "active_series").stamps()).contains("MEMORY_UNKNOWN");
        assertThat(ARun.metric(result, "active_series").shown().get("memory")).containsEntry("longestSeconds", 40.0);
        assertThat(ARun.codes(result)).containsExactly("GOAL_MET", "MEMORY_UNKNOWN");
    }

    @Test
    void aReductionBeyondWhatTheTemplateDeclaresIsSuspicious() {
        ARun run = ARun.healthy().with(Metric.ACTIVE_SERIES, "candidate", t -> 50);

        AnalysisResult undeclared = run.analyze();
        AnalysisResult declared =
                run.candidates(new Candidate("candidate", 0.996)).analyze();

        assertThat(undeclared.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.codes(undeclared)).contains("SUSPICIOUS");
        assertThat(ARun.codes(declared)).doesNotContain("SUSPICIOUS");
    }

    @Test
    void severalCandidatesAreRankedAndShareTheRisk() {
        ARun run = ARun.healthy().candidates(new Candidate("candidate", null), new Candidate("weaker", null));
        run.with(Metric.ACTIVE_SERIES, "weaker", t -> 7000 + t % 7)
                .with(Metric.UP, "weaker", t -> 1)
                .with(Metric.ACCEPTED_POINTS, "weaker", t -> 7200);

        AnalysisResult result = run.analyze();

        assertThat(result.candidates())
                .extracting("name", "rank")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("candidate", 1),
                        org.assertj.core.groups.Tuple.tuple("weaker", 2));
        assertThat(ARun.metric(result, "active_series").confidenceLevel()).isEqualTo(0.975, within(1e-12));
    }

    @Test
    void theOrderOfTheWindowsChangesNothing() {
        AnalysisInput input = ARun.healthy(120)
                .both(Metric.COLLECTOR_CPU, t -> 0.2 + 0.01 * (t % 7), t -> 0.2 + 0.01 * (t % 11))
                .guardrail("collector_cpu", 0.25, null)
                .input();
        List<MeasuredWindow> shuffled = new ArrayList<>(input.measured());
        Collections.shuffle(shuffled, new Random(7));

        AnalysisResult again = AnalysisEngine.analyze(
                new AnalysisInput(input.plan(), input.candidates(), input.grid(), shuffled, input.findings()));

        assertThat(again).isEqualTo(AnalysisEngine.analyze(input));
    }

    @Test
    void theUnitOfAMetricChangesNothing() {
        PairedSeries g1 = GoldenSeries.g1();
        double scale = 1024;
        PairedSeries scaled = PairedSeries.of(
                GoldenSeries.line(0, scale, g1.baseline()), GoldenSeries.line(0, scale, g1.candidate()));

        Inference original = RatioInference.of(g1, new MemoryGate(Duration.ofHours(1), Duration.ofSeconds(1)));
        Inference other = RatioInference.of(scaled, new MemoryGate(Duration.ofHours(1), Duration.ofSeconds(1)));

        assertThat(other).isEqualTo(original);
    }

    @Test
    void swappingTheVariantsMirrorsTheInterval() {
        PairedSeries g6 = GoldenSeries.g6();
        MemoryGate gate = new MemoryGate(Duration.ofHours(1), Duration.ofSeconds(1));

        Interval forth = RatioInference.of(g6, gate).estimate().interval(.95);
        Interval back = RatioInference.of(PairedSeries.of(g6.candidate(), g6.baseline()), gate)
                .estimate()
                .interval(.95);

        assertThat(back.lower()).isEqualTo(1 / forth.upper(), within(1e-12));
        assertThat(back.upper()).isEqualTo(1 / forth.lower(), within(1e-12));
    }

    @Test
    void aPauseSplitsTheBlocksAndTheLagTerms() {
        AnalysisResult whole = ARun.ofPairs(GoldenSeries.g6()).analyze();
        AnalysisResult paused =
                ARun.ofPairs(GoldenSeries.g6()).pausedAfterWindow(39).analyze();

        MetricResult before = ARun.metric(whole, "active_series");
        MetricResult after = ARun.metric(paused, "active_series");
        assertThat(after.ratio()).isEqualTo(before.ratio());
        assertThat(after.blocks()).isEqualTo(24);
        assertThat(after.blockLag1()).isNotEqualTo(before.blockLag1());
    }

    @Test
    void hugeAndTinyValuesHaveAnAnswer() {
        for (double scale : new double[] {1e300, 1e-300}) {
            AnalysisResult result = ARun.ofPairs(PairedSeries.of(
                            GoldenSeries.line(0, scale, GoldenSeries.g1().baseline()),
                            GoldenSeries.line(0, scale, GoldenSeries.g1().candidate())))
                    .memory(Duration.ofSeconds(20))
                    .analyze();

            assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
            assertThat(ARun.metric(result, "active_series").ratio()).isEqualTo(.6000082206675, within(1e-11));
        }
    }
}
