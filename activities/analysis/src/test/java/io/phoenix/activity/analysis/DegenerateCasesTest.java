package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The degenerate table of the analysis contract, row by row. */
class DegenerateCasesTest {
    @Test
    void anEmptySeriesIsNoData() {
        AnalysisResult result =
                ARun.healthy().without(Metric.ACTIVE_SERIES, "baseline").analyze();

        assertInvalid(result, "NO_DATA");
    }

    @Test
    void nothingAtAllIsNoData() {
        AnalysisInput input = ARun.healthy().input();

        AnalysisResult result = AnalysisEngine.analyze(
                new AnalysisInput(input.plan(), input.candidates(), new Grid(List.of()), List.of(), input.findings()));

        assertInvalid(result, "NO_DATA");
        assertThat(ARun.metric(result, "active_series").coverage()).isZero();
    }

    @Test
    void lessThanNinetyPercentOfThePairsIsLowCoverage() {
        ARun run = ARun.healthy();
        for (int t = 0; t < 7; t++) {
            run.steps(Metric.ACTIVE_SERIES, "baseline", 8 * t, 8 * t + 1, Double.NaN);
            run.steps(Metric.ACTIVE_SERIES, "candidate", 8 * t, 8 * t + 1, Double.NaN);
        }

        assertInvalid(run.analyze(), "LOW_COVERAGE");
        assertThat(DecisionRule.extensible(run.analyze())).isTrue();
    }

    @Test
    void ninetyPercentOfThePairsIsEnough() {
        ARun run = ARun.healthy();
        for (int t = 0; t < 6; t++) {
            run.steps(Metric.ACTIVE_SERIES, "baseline", 8 * t, 8 * t + 1, Double.NaN);
            run.steps(Metric.ACTIVE_SERIES, "candidate", 8 * t, 8 * t + 1, Double.NaN);
        }

        MetricResult series = ARun.metric(run.memory(null).analyze(), "active_series");

        assertThat(series.coverage()).isEqualTo(0.9);
        assertThat(series.outcome()).isNotEqualTo("invalid");
    }

    @Test
    void aDifferenceOfFivePointsAndOnePercentOfInfiniteSamplesAreTolerated() {
        ARun missing = ARun.healthy();
        for (int t = 0; t < 3; t++) {
            missing.steps(Metric.ACTIVE_SERIES, "candidate", 10 * t, 10 * t + 1, Double.NaN);
        }
        ARun infinite = ARun.healthy(100).infinite(Metric.ACTIVE_SERIES, "candidate", 1);

        assertThat(ARun.metric(missing.memory(null).analyze(), "active_series").outcome())
                .isNotEqualTo("invalid");
        assertThat(ARun.metric(infinite.memory(null).analyze(), "active_series").outcome())
                .isNotEqualTo("invalid");
    }

    @Test
    void aGapOfSixStepsIsAGapAndOneOfFiveIsNone() {
        ARun five = ARun.healthy(120).missing("baseline", 50, 55).missing("candidate", 50, 55);
        ARun six = ARun.healthy(120).missing("baseline", 50, 56).missing("candidate", 50, 56);

        assertThat(five.analyze().verdict()).isEqualTo(Verdict.PROMOTE);
        assertInvalid(six.analyze(), "GAP");
    }

    @Test
    void aPauseIsNoGapAndAMissingWindowIs() {
        AnalysisInput input = ARun.healthy(120).pausedAfterWindow(9).input();
        AnalysisInput without = new AnalysisInput(
                input.plan(),
                input.candidates(),
                input.grid(),
                input.measured().stream()
                        .filter(window -> window.window().index() != 4)
                        .toList(),
                input.findings());

        assertThat(AnalysisEngine.analyze(input).verdict()).isEqualTo(Verdict.PROMOTE);
        assertInvalid(AnalysisEngine.analyze(without), "GAP");
    }

    @Test
    void samplesMissingInOneVariantOnlyAreDifferentialMissing() {
        ARun run = ARun.healthy();
        for (int t = 0; t < 4; t++) {
            run.steps(Metric.ACTIVE_SERIES, "candidate", 10 * t, 10 * t + 1, Double.NaN);
        }

        assertInvalid(run.analyze(), "DIFFERENTIAL_MISSING");
        run.steps(Metric.UP, "candidate", 10, 11, 0);
        assertThat(run.analyze().verdict()).isEqualTo(Verdict.REJECT);
        assertThat(ARun.codes(run.analyze())).containsExactly("CANDIDATE_DOWN");
    }

    @Test
    void aFewMissingSamplesAreDroppedAsPairs() {
        ARun run = ARun.healthy(120)
                .steps(Metric.ACTIVE_SERIES, "baseline", 3, 4, Double.NaN)
                .steps(Metric.ACTIVE_SERIES, "candidate", 9, 10, Double.POSITIVE_INFINITY);

        MetricResult series = ARun.metric(run.analyze(), "active_series");

        assertThat(series.n()).isEqualTo(118);
        assertThat(series.outcome()).isEqualTo("pass");
    }

    @Test
    void moreThanOnePercentOfInfiniteSamplesIsInvalid() {
        assertInvalid(
                ARun.healthy().infinite(Metric.ACTIVE_SERIES, "candidate", 1).analyze(), "INFINITE_VALUES");
        AnalysisResult few =
                ARun.healthy(120).infinite(Metric.ACTIVE_SERIES, "candidate", 1).analyze();

        assertThat(few.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(ARun.metric(few, "active_series").stamps()).contains("INFINITE_VALUES");
        assertThat(ARun.metric(ARun.healthy().analyze(), "active_series").stamps())
                .doesNotContain("INFINITE_VALUES");
    }

    @Test
    void infiniteSamplesAmongTheValuesCountToo() {
        ARun run = ARun.healthy(120)
                .steps(Metric.ACTIVE_SERIES, "candidate", 7, 8, Double.POSITIVE_INFINITY)
                .steps(Metric.ACTIVE_SERIES, "candidate", 17, 18, Double.NEGATIVE_INFINITY);

        assertInvalid(run.analyze(), "INFINITE_VALUES");
    }

    @Test
    void exactProportionalityNeedsNoErrorBarAndNoMemory() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.ACTIVE_SERIES, t -> 1000 + t, t -> 0.8 * (1000 + t))
                .memory(Duration.ofHours(1))
                .analyze();

        MetricResult series = ARun.metric(result, "active_series");
        assertThat(series.exact()).isTrue();
        assertThat(series.standardError()).isZero();
        assertThat(series.ratioLower()).isEqualTo(series.ratioUpper()).isEqualTo(0.8, within(1e-12));
        assertThat(series.pValue()).isZero();
        assertThat(series.stamps()).contains("EXACT", "scope=observed level");
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(result.scope()).isEqualTo("observed level");
    }

    @Test
    void exactEqualityHasAPValueOfOne() {
        AnalysisResult result =
                ARun.healthy().both(Metric.ACTIVE_SERIES, t -> 77, t -> 77).analyze();

        assertThat(ARun.metric(result, "active_series").pValue()).isEqualTo(1);
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void twoZeroSeriesAreEquivalent() {
        AnalysisResult result = ARun.healthy()
                .both(Metric.SERIES_CHURN, t -> 0, t -> 0)
                .both(Metric.STALENESS_SECONDS, t -> 0, t -> 0)
                .goals(new Goal("series_churn", 0.1))
                .guardrail("staleness_seconds", 0.1, null)
                .analyze();

        MetricResult churn = ARun.metric(result, "series_churn");
        assertThat(churn.ratio()).isNull();
        assertThat(churn.difference()).isZero();
        assertThat(churn.reasons()).containsExactly("BASELINE_ZERO");
        assertThat(ARun.metric(result, "staleness_seconds").outcome()).isEqualTo("pass");
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aZeroBaselineIsJudgedByTheDifference() {
        double[] noise = GoldenSeries.noise(9, 60);
        AnalysisResult result = ARun.healthy()
                .both(Metric.STALENESS_SECONDS, t -> 0, t -> 5 + noise[t])
                .both(Metric.SERIES_CHURN, t -> 0, t -> 5 + noise[t])
                .goals(new Goal("series_churn", 0.1))
                .guardrail("staleness_seconds", 0.1, null)
                .analyze();

        MetricResult staleness = ARun.metric(result, "staleness_seconds");
        assertThat(staleness.ratio()).isNull();
        assertThat(staleness.rule()).isEqualTo("ABSOLUTE");
        assertThat(staleness.outcome()).isEqualTo("fail");
        assertThat(ARun.metric(result, "series_churn").reasons()).containsExactly("FUTILE");
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void anAbsoluteMarginIsJudgedByTheOneSidedBound() {
        double[] noise = GoldenSeries.noise(9, 60);
        ARun run = ARun.healthy().both(Metric.STALENESS_SECONDS, t -> 1, t -> 2 + noise[t]);

        MetricResult held =
                ARun.metric(run.guardrail("staleness_seconds", null, 3.0).analyze(), "staleness_seconds");

        assertThat(held.outcome()).isEqualTo("pass");
        assertThat(held.oneSidedUpper()).isLessThan(held.differenceUpper()).isLessThan(3);
    }

    @Test
    void aSinglePairIsTooFew() {
        AnalysisResult result = ARun.ofPairs(PairedSeries.of(new double[] {5}, new double[] {4}))
                .analyze();

        assertInvalid(result, "TOO_FEW");
    }

    @Test
    void fortySevenNoisyPairsAreTooShort() {
        double[] noise = GoldenSeries.noise(9, 47);
        AnalysisResult result = ARun.ofPairs(
                        PairedSeries.of(GoldenSeries.line(100, 0.1, noise), GoldenSeries.line(50, -0.1, noise)))
                .analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(ARun.codes(result)).containsExactly("TOO_SHORT");
        assertThat(DecisionRule.extensible(result)).isTrue();
    }

    @Test
    void aLossIsCountedOverTheMeasurementAndTheLimitIsExact() {
        ARun run = ARun.healthy().guardrail("dropped_points", null, 0.0);

        AnalysisResult before =
                run.both(Metric.DROPPED_POINTS, t -> 12, t -> 99).analyze();
        AnalysisResult during =
                run.both(Metric.DROPPED_POINTS, t -> 12, t -> t < 30 ? 99 : 104).analyze();

        assertThat(before.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(during.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(ARun.metric(during, "dropped_points").candidateMean()).isEqualTo(5);
        assertThat(ARun.metric(during, "dropped_points").rule()).isEqualTo("EXACT");
    }

    @Test
    void aCounterThatRestartsCountsFromZeroAgain() {
        AnalysisResult result = ARun.healthy()
                .guardrail("dropped_points", null, 6.0)
                .both(Metric.DROPPED_POINTS, t -> 0, t -> t < 30 ? 100 + Math.min(t, 4) : 3)
                .analyze();

        assertThat(ARun.metric(result, "dropped_points").candidateMean()).isEqualTo(7);
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
    }

    private static void assertInvalid(AnalysisResult result, String code) {
        assertThat(ARun.codes(result)).contains(code);
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
    }
}
