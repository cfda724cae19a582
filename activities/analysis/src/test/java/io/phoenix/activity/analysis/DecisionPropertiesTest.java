package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every decision: permutation, scale, shift, duplication, a swap of the variants, the null hypothesis. */
class DecisionPropertiesTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofSeconds(1));
    private static final Map<Verdict, Verdict> MIRROR = Map.of(
            Verdict.PROMOTE,
            Verdict.REJECT,
            Verdict.REJECT,
            Verdict.PROMOTE,
            Verdict.INCONCLUSIVE,
            Verdict.INCONCLUSIVE);
    private static final Map<String, String> TURNED =
            Map.of("pass", "fail", "fail", "pass", "inconclusive", "inconclusive");

    /** Of any saving at all: whoever wins against the other loses to it, and doubt is mutual. */
    @ParameterizedTest
    @CsvSource({"0.5", "0.9", "0.97", "0.99", "1", "1.02", "1.2", "3"})
    void swappingTheVariantsMirrorsTheVerdict(double ratio) {
        for (long seed = 1; seed <= 5; seed++) {
            PairedSeries pairs = correlated(new Random(seed), 240, 0.7, ratio);

            Verdict forth = anySaving(pairs).verdict();

            assertThat(anySaving(swapped(pairs)).verdict()).isEqualTo(MIRROR.get(forth));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.97", "1", "1.02", "3"})
    void swappingTheVariantsMirrorsAGuardrailWithoutMargin(double ratio) {
        for (long seed = 1; seed <= 5; seed++) {
            PairedSeries pairs = correlated(new Random(seed), 240, 0.7, ratio);

            String forth = guardrail(pairs).outcome();

            assertThat(guardrail(swapped(pairs)).outcome()).isEqualTo(TURNED.get(forth));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void swappingTheVariantsTurnsTheDifference(long seed) {
        PairedSeries pairs = correlated(new Random(seed), 240, 0.7, 0.95);
        Estimate forth = difference(pairs);
        Estimate back = difference(swapped(pairs));

        assertThat(back.value()).isEqualTo(-forth.value());
        assertThat(back.interval(.95).lower()).isEqualTo(-forth.interval(.95).upper(), within(1e-12));
        assertThat(back.interval(.95).upper()).isEqualTo(-forth.interval(.95).lower(), within(1e-12));
        assertThat(back.pValue(0)).isEqualTo(forth.pValue(0), within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLevelThatBothShareDoesNotMoveTheDifference(long seed) {
        PairedSeries pairs = correlated(new Random(seed), 240, 0.7, 0.95);
        PairedSeries raised = PairedSeries.of(
                GoldenSeries.line(4096, 1, pairs.baseline()), GoldenSeries.line(4096, 1, pairs.candidate()));

        assertThat(difference(raised).interval(.95).lower())
                .isEqualTo(difference(pairs).interval(.95).lower(), within(1e-9));
        assertThat(difference(raised).interval(.95).upper())
                .isEqualTo(difference(pairs).interval(.95).upper(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 1e3, 1e9})
    void theUnitOfAMetricChangesNoVerdict(double unit) {
        for (double ratio : new double[] {0.5, 0.97, 1, 1.2}) {
            PairedSeries pairs = correlated(new Random(7), 240, 0.7, ratio);
            PairedSeries scaled = PairedSeries.of(
                    GoldenSeries.line(0, unit, pairs.baseline()), GoldenSeries.line(0, unit, pairs.candidate()));

            assertThat(anySaving(scaled).reasons().getFirst().code())
                    .isEqualTo(anySaving(pairs).reasons().getFirst().code());
        }
    }

    /** A step cut in two halves with the same values is no second observation. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void writingEveryStepTwiceMakesNothingSurer(long seed) {
        PairedSeries pairs = correlated(new Random(seed), 240, 0.7, 0.9);
        PairedSeries twice = PairedSeries.of(everyValueTwice(pairs.baseline()), everyValueTwice(pairs.candidate()));

        Interval once = ratio(pairs).interval(.95);

        assertThat(ratio(twice).interval(.95).lower()).isEqualTo(once.lower(), within(1e-12));
        assertThat(ratio(twice).interval(.95).upper()).isEqualTo(once.upper(), within(1e-12));
        assertThat(ratio(twice).pValue(1)).isEqualTo(ratio(pairs).pValue(1), within(1e-12));
    }

    @Test
    void theSameCandidateTwiceHasOneVerdictAndNoBest() {
        PairedSeries g1 = GoldenSeries.g1();
        ARun run = ARun.ofPairs(g1)
                .memory(Duration.ofSeconds(20))
                .with(Metric.ACTIVE_SERIES, "twin", t -> g1.candidate()[t])
                .candidates(new Candidate("candidate", null), new Candidate("twin", null));

        AnalysisResult result = run.analyze();

        assertThat(result.candidates())
                .allSatisfy(candidate -> assertThat(candidate.verdict()).isEqualTo(Verdict.PROMOTE));
        MetricResult one = result.candidates().getFirst().metrics().getFirst();
        MetricResult other = result.candidates().getLast().metrics().getFirst();
        assertThat(other.ratioUpper()).isEqualTo(one.ratioUpper());
        assertThat(other.pValue()).isEqualTo(one.pValue());
        assertThat(one.shown().get("ranking")).containsEntry("best", 0.0);
        assertThat(other.shown().get("ranking")).containsEntry("best", 0.0);
    }

    /**
     * Kolmogorov's distance of 3,000 p-values of two equal collectors with independent noise to the uniform distribution, bound at
     * 0.1 %: 1.95 / sqrt(n), and the 0.7 points by which the primary estimator is known to be too careful at 5 %.
     */
    @Tag("monte-carlo")
    @ParameterizedTest
    @ValueSource(strings = {"ratio", "difference", "neweyWest", "eightBlocks"})
    void twoEqualCollectorsGiveUniformPValues(String method) {
        int runs = 3000;
        Random random = new Random(20261121);
        double[] p = new double[runs];
        for (int run = 0; run < runs; run++) {
            p[run] = pValue(method, correlated(random, 240, 0, 1));
        }
        Arrays.sort(p);
        double distance = 0;
        for (int i = 0; i < runs; i++) {
            distance = Math.max(distance, Math.abs(p[i] - (i + 0.5) / runs));
        }

        assertThat(distance).isLessThan(1.95 / Math.sqrt(runs) + 0.007);
    }

    private static double pValue(String method, PairedSeries pairs) {
        return switch (method) {
            case "ratio" -> ratio(pairs).pValue(1);
            case "difference" -> difference(pairs).pValue(0);
            case "neweyWest" -> NeweyWest.of(pairs).orElseThrow().estimate().pValue(1);
            default -> EightBlocks.of(pairs).orElseThrow().estimate().pValue(1);
        };
    }

    private static AnalysisResult anySaving(PairedSeries pairs) {
        return ARun.ofPairs(pairs)
                .memory(Duration.ofSeconds(20))
                .goals(new Goal("active_series", 0))
                .analyze();
    }

    private static MetricResult guardrail(PairedSeries pairs) {
        return ARun.ofPairs(pairs)
                .memory(Duration.ofSeconds(20))
                .goals()
                .both(Metric.COLLECTOR_CPU, t -> pairs.baseline()[t], t -> pairs.candidate()[t])
                .only("collector_cpu", 0);
    }

    private static PairedSeries swapped(PairedSeries pairs) {
        return PairedSeries.of(pairs.candidate(), pairs.baseline());
    }

    private static double[] everyValueTwice(double[] values) {
        double[] twice = new double[2 * values.length];
        Arrays.setAll(twice, i -> values[i / 2]);
        return twice;
    }

    private static Estimate ratio(PairedSeries pairs) {
        return Objects.requireNonNull(RatioInference.of(pairs, GATE).estimate());
    }

    private static Estimate difference(PairedSeries pairs) {
        return Objects.requireNonNull(DifferenceInference.of(pairs, GATE).estimate());
    }

    /** A common load AR(.97) of 3 standard deviations, and own noise AR(phi) on both sides. */
    private static PairedSeries correlated(Random random, int n, double phi, double ratio) {
        double[] load = autoregressive(random, n, 0.97, 3);
        double[] own = autoregressive(random, n, phi, 1);
        double[] other = autoregressive(random, n, phi, 1);
        return PairedSeries.of(
                GoldenSeries.line(100, 1, GoldenSeries.plus(load, 1, own)),
                GoldenSeries.line(100 * ratio, ratio, GoldenSeries.plus(load, 1, other)));
    }

    /** Stationary from its first value. */
    private static double[] autoregressive(Random random, int n, double phi, double deviation) {
        double[] innovations = new double[n];
        Arrays.setAll(innovations, t -> deviation * random.nextGaussian() * (t == 0 ? 1 : Math.sqrt(1 - phi * phi)));
        return GoldenSeries.autoregressive(phi, innovations);
    }
}
