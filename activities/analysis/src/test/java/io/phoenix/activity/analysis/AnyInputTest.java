package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the series hold, there is a verdict with a reason, and every number in it is finite. */
@Tag("monte-carlo")
class AnyInputTest {
    private static final double[] ODD = {
        0,
        -0.0,
        1,
        -1,
        5,
        5,
        5,
        1e300,
        -1e300,
        1e-300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 47, 48, 49, 60, 97, 240})
    void oddValuesInAnyMixtureHaveAVerdict(int steps) {
        Random random = new Random(steps);
        for (int run = 0; run < (steps < 48 ? 40 : 4); run++) {
            int kinds = 1 + random.nextInt(ODD.length);
            double[] palette =
                    random.ints(kinds, 0, ODD.length).mapToDouble(i -> ODD[i]).toArray();

            assertAnswered(run(steps, random, palette));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 7, 1e300, -1e300, 1e-300, 4.9e-324, 1.7976931348623157e308})
    void constantsHaveAVerdict(double value) {
        for (int steps : new int[] {1, 2, 60}) {
            assertAnswered(run(steps, new Random(1), new double[] {value}));
            assertAnswered(run(steps, new Random(1), new double[] {value, 2}));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, 1e-300, 1e150, 1e-150, 1e-308})
    void noiseOfAnySizeHasAVerdict(double unit) {
        double[] noise = GoldenSeries.noise(3, 130);
        double[] palette = Arrays.stream(noise).map(z -> unit * (10 + z)).toArray();

        assertAnswered(run(130, new Random(2), palette));
    }

    @Test
    void aHugeDifferenceIsJudgedLikeAnOrdinaryOne() {
        double[] noise = GoldenSeries.noise(3, 130);
        double[] other = GoldenSeries.noise(4, 130);
        for (double unit : new double[] {1, 1e300}) {
            AnalysisResult result = ARun.healthy(130)
                    .both(Metric.STALENESS_SECONDS, t -> unit * (10 + noise[t]), t -> unit * (15 + other[t]))
                    .guardrail("staleness_seconds", null, unit)
                    .analyze();

            assertThat(ARun.metric(result, "staleness_seconds").reasons()).containsExactly("GUARDRAIL_BROKEN");
        }
    }

    private static AnalysisResult run(int steps, Random random, double[] palette) {
        ARun run = ARun.ofPairs(PairedSeries.of(new double[steps], new double[steps]))
                .goals(new Goal("active_series", 0.1), new Goal("series_churn", 0.1))
                .guardrail("collector_memory", 0.1, null)
                .guardrail("staleness_seconds", null, 1.0)
                .guardrail("dropped_points", null, 0.0)
                .candidates(new Candidate("candidate", null), new Candidate("other", 0.5))
                .memory(random.nextBoolean() ? Duration.ofSeconds(3) : null);
        for (Metric metric : new Metric[] {
            Metric.ACTIVE_SERIES,
            Metric.SERIES_CHURN,
            Metric.COLLECTOR_MEMORY,
            Metric.COLLECTOR_CPU,
            Metric.STALENESS_SECONDS,
            Metric.DROPPED_POINTS
        }) {
            for (String variant : new String[] {"baseline", "candidate", "other"}) {
                run.with(metric, variant, t -> palette[random.nextInt(palette.length)]);
            }
        }
        return run.analyze();
    }

    private static void assertAnswered(AnalysisResult result) {
        assertThat(result.verdict()).isNotNull();
        assertThat(result.reasons())
                .isNotEmpty()
                .allSatisfy(
                        reason -> assertThat(ReasonCode.valueOf(reason.code())).isNotNull());
        assertThat(result.candidates()).hasSize(2);
        result.candidates().stream()
                .flatMap(candidate -> candidate.metrics().stream())
                .flatMap(AnyInputTest::numbers)
                .forEach(number -> assertThat(number).isFinite());
    }

    private static Stream<Double> numbers(MetricResult metric) {
        Stream<Double> own = Stream.of(
                        metric.baselineMean(),
                        metric.candidateMean(),
                        metric.ratio(),
                        metric.ratioLower(),
                        metric.ratioUpper(),
                        metric.oneSidedLower(),
                        metric.oneSidedUpper(),
                        metric.standardError(),
                        metric.pValue(),
                        metric.difference(),
                        metric.differenceLower(),
                        metric.differenceUpper())
                .filter(Objects::nonNull);
        return Stream.concat(own, metric.shown().values().stream().flatMap(numbers -> numbers.values().stream()));
    }
}
