package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.experiment.Criteria.MinimumMonthlySaving;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any series. */
class EnginePropertiesTest {
    private static final MemoryGate GATE = new MemoryGate(Duration.ofHours(1), Duration.ofSeconds(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theUnitOfAMetricChangesNeitherRatioNorInterval(long seed) {
        PairedSeries pairs = correlated(new Random(seed), 240, 0.7, 0.8);
        double unit = Math.pow(10, seed - 4.0);
        PairedSeries scaled = PairedSeries.of(
                GoldenSeries.line(0, unit, pairs.baseline()), GoldenSeries.line(0, unit, pairs.candidate()));

        Interval original = interval(pairs);
        Interval other = interval(scaled);

        assertThat(other.lower()).isEqualTo(original.lower(), within(1e-11));
        assertThat(other.upper()).isEqualTo(original.upper(), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void swappingTheVariantsMirrorsIntervalAndPValue(long seed) {
        PairedSeries forth = correlated(new Random(seed), 240, 0.9, 0.97);
        PairedSeries back = PairedSeries.of(forth.candidate(), forth.baseline());

        assertThat(interval(back).lower()).isEqualTo(1 / interval(forth).upper(), within(1e-11));
        assertThat(interval(back).upper()).isEqualTo(1 / interval(forth).lower(), within(1e-11));
        assertThat(estimate(back).pValue(1)).isEqualTo(estimate(forth).pValue(1), within(1e-10));
    }

    @Test
    void swappingTheVariantsTurnsAWinnerIntoALoser() {
        ARun swapped = ARun.ofPairs(PairedSeries.of(
                        GoldenSeries.g1().candidate(), GoldenSeries.g1().baseline()))
                .memory(Duration.ofSeconds(20));

        assertThat(ARun.ofPairs(GoldenSeries.g1())
                        .memory(Duration.ofSeconds(20))
                        .analyze()
                        .verdict())
                .isEqualTo(Verdict.PROMOTE);
        assertThat(swapped.analyze().verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void theIntervalContainsTheRatioAndGrowsWithTheConfidence() {
        Estimate estimate = estimate(GoldenSeries.g6());
        double before = 0;
        for (double confidence : new double[] {0.6, 0.8, 0.9, 0.95, 0.99, 0.999}) {
            Interval interval = estimate.interval(confidence);
            assertThat(interval.contains(estimate.value())).isTrue();
            assertThat(interval.upper() - interval.lower()).isGreaterThan(before);
            before = interval.upper() - interval.lower();
        }
    }

    @Test
    void theDirectionOfTimeDoesNotMoveTheRatio() {
        PairedSeries pairs = GoldenSeries.g6();
        PairedSeries reversed = PairedSeries.of(reversed(pairs.baseline()), reversed(pairs.candidate()));

        assertThat(estimate(reversed).value()).isEqualTo(estimate(pairs).value(), within(1e-14));
    }

    /** Published for AR(.7), n = 240: 4.4 % at a nominal 5 %; four Monte-Carlo errors of 2,000 runs are 1.8 points. */
    @Tag("monte-carlo")
    @Test
    void twoEqualCollectorsDifferAsOftenAsTheContractSays() {
        Random random = new Random(20260101);
        int runs = 2000;
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            rejected += estimate(correlated(random, 240, 0.7, 1)).pValue(1) < 0.05 ? 1 : 0;
        }

        assertThat((double) rejected / runs).isEqualTo(0.044, within(0.018));
    }

    @Test
    void localeAndTimeZoneChangeNothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        AnalysisResult before = busy().analyze();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));

            assertThat(busy().analyze()).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theOrderOfCandidatesAndCriteriaDoesNotMoveAVerdict() {
        AnalysisInput input = busy().input();
        Criteria criteria = input.plan().criteria();
        Criteria turned = new Criteria(
                criteria.confidence(), criteria.goals(), criteria.guardrails().reversed(), List.of(), 1, null);
        Plan plan = new Plan(
                turned,
                input.plan().step(),
                input.plan().memory(),
                input.plan().inputInterval(),
                input.plan().evidence());

        AnalysisResult other = AnalysisEngine.analyze(
                new AnalysisInput(plan, input.candidates().reversed(), input.grid(), input.measured(), List.of()));

        assertThat(other.candidates()).isEqualTo(AnalysisEngine.analyze(input).candidates());
    }

    @Test
    void theDigestKnowsEverySampleAndThePlan() {
        String digest = ARun.healthy().analyze().inputDigest();

        assertThat(ARun.healthy().analyze().inputDigest()).isEqualTo(digest);
        assertThat(ARun.healthy()
                        .steps(Metric.ACTIVE_SERIES, "candidate", 7, 8, 4001)
                        .analyze()
                        .inputDigest())
                .isNotEqualTo(digest);
        assertThat(ARun.healthy()
                        .goals(new Goal("active_series", 0.21))
                        .analyze()
                        .inputDigest())
                .isNotEqualTo(digest);
    }

    /** The digest of one input in another process: a map without an order would change it from run to run. */
    @Test
    void theDigestIsTheSameInEveryProcess() {
        Criteria criteria = new Criteria(
                0.95,
                List.of(new Goal("active_series", 0.2)),
                List.of(new Guardrail("collector_cpu", 0.1, null), new Guardrail("dropped_points", null, 0.0)),
                List.of("postgres", "nginx"),
                1,
                new MinimumMonthlySaving(new Money(new BigDecimal("100"), "USD"), "grafana-cloud"));
        Plan plan = new Plan(criteria, ARun.STEP, Duration.ofSeconds(5), null, Evidence.WHEN_PRESENT);

        assertThat(PlanTree.of(plan))
                .hasToString("{step=2s, memory=5s, criteria={confidence=0.95,"
                        + " goals=[{metric=active_series, minimumSaving=0.2}],"
                        + " guardrails=[{metric=collector_cpu, maximumIncrease=0.1},"
                        + " {metric=dropped_points, maximum=0.0}],"
                        + " criticalProcesses=[postgres, nginx], looks=1,"
                        + " minimumMonthlySaving={amount=100, currency=USD, book=grafana-cloud}}}");
    }

    private static ARun busy() {
        ARun run = ARun.healthy(120)
                .both(Metric.COLLECTOR_CPU, t -> 0.2 + 0.01 * (t % 7), t -> 0.2 + 0.01 * (t % 11))
                .both(Metric.DROPPED_POINTS, t -> 0, t -> t / 50)
                .guardrail("collector_cpu", 0.25, null)
                .guardrail("dropped_points", null, 0.0)
                .candidates(new Candidate("candidate", 0.9), new Candidate("other", null));
        return run.with(Metric.ACTIVE_SERIES, "other", t -> 7000 + t % 7)
                .with(Metric.COLLECTOR_CPU, "other", t -> 0.21 + 0.01 * (t % 5))
                .with(Metric.DROPPED_POINTS, "other", t -> 0)
                .with(Metric.UP, "other", t -> 1)
                .with(Metric.ACCEPTED_POINTS, "other", t -> 7200);
    }

    /** A common load AR(.97) of 3 standard deviations, and own noise AR(phi) on both sides. */
    private static PairedSeries correlated(Random random, int n, double phi, double ratio) {
        double[] load = autoregressive(random, n, 0.97, 3);
        double[] own = autoregressive(random, n, phi, 1);
        double[] other = autoregressive(random, n, phi, 1);
        double[] baseline = new double[n];
        double[] candidate = new double[n];
        for (int t = 0; t < n; t++) {
            baseline[t] = 100 + load[t] + own[t];
            candidate[t] = ratio * (100 + load[t] + other[t]);
        }
        return PairedSeries.of(baseline, candidate);
    }

    /** Stationary from its first value. */
    private static double[] autoregressive(Random random, int n, double phi, double deviation) {
        double[] values = new double[n];
        double innovation = Math.sqrt(1 - phi * phi);
        double x = random.nextGaussian();
        for (int t = 0; t < n; t++) {
            values[t] = deviation * x;
            x = phi * x + innovation * random.nextGaussian();
        }
        return values;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            reversed[t] = values[values.length - 1 - t];
        }
        return reversed;
    }

    private static Interval interval(PairedSeries pairs) {
        return estimate(pairs).interval(0.95);
    }

    private static Estimate estimate(PairedSeries pairs) {
        return java.util.Objects.requireNonNull(RatioInference.of(pairs, GATE).estimate());
    }
}
