package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateComparisonTest {
    @Test
    void theBestCandidateIsTheOneShownToBeatEachOther() {
        AnalysisResult result = three(0.60, 0.62, 0.80).analyze();

        assertThat(ranking(result, "a")).containsEntry("best", 1.0).containsEntry("rankUpper", 1.0);
        assertThat(ranking(result, "b")).containsEntry("rankLower", 2.0).containsEntry("rankUpper", 2.0);
        assertThat(ranking(result, "c")).containsEntry("rank", 3.0).containsEntry("rankLower", 3.0);
        assertThat(ranking(result, "b").get("toBestOther")).isEqualTo(0.62 / 0.60, within(2e-3));
        assertThat(ranking(result, "b").get("toBestOtherLower")).isGreaterThan(1);
        assertThat(ranking(result, "a").get("toBestOtherUpper")).isLessThan(1);
    }

    @Test
    void twoEqualCandidatesShareTheirRanksAndNoneIsTheBest() {
        AnalysisResult result = three(0.60, 0.60, 0.80).analyze();

        assertThat(ranking(result, "a")).containsEntry("best", 0.0).containsEntry("rankUpper", 2.0);
        assertThat(ranking(result, "b")).containsEntry("best", 0.0).containsEntry("rankLower", 1.0);
        assertThat(ranking(result, "c")).containsEntry("rankLower", 3.0);
    }

    @Test
    void holmAndDunnettAreCarefulButLessThanBonferroni() {
        AnalysisResult result = three(0.60, 0.997, 0.80).analyze();

        MetricResult close = goal(result, "b");
        Map<String, Double> dunnett = close.shown().get("dunnett");
        assertThat(close.shown().get("adjusted").get("holm")).isGreaterThanOrEqualTo(close.pValue());
        assertThat(dunnett.get("lower")).isBetween(close.ratioLower(), close.ratio());
        assertThat(dunnett.get("upper")).isBetween(close.ratio(), close.ratioUpper());
        assertThat(dunnett.get("pValue")).isGreaterThan(close.pValue());
    }

    @Test
    void aCandidateAloneIsComparedWithNobody() {
        assertThat(ARun.metric(ARun.ofPairs(GoldenSeries.g1()).analyze(), "active_series")
                        .shown())
                .doesNotContainKeys("ranking", "dunnett", "adjusted");
    }

    @Test
    void exactCandidatesAreRankedWithoutAnErrorBar() {
        ARun run = ARun.ofPairs(GoldenSeries.g1())
                .with(Metric.ACTIVE_SERIES, "a", t -> GoldenSeries.g1().baseline()[t] * 0.25)
                .with(Metric.ACTIVE_SERIES, "b", t -> GoldenSeries.g1().baseline()[t] * 0.5)
                .candidates(new Candidate("a", null), new Candidate("b", null))
                .memory(Duration.ofSeconds(20));

        AnalysisResult result = run.analyze();

        assertThat(ranking(result, "a")).containsEntry("best", 1.0).containsEntry("toBestOtherUpper", 0.5);
        assertThat(goal(result, "a").shown()).doesNotContainKey("dunnett");
    }

    @Test
    void metricsThatNobodyNamedAreAdjustedForTheSearch() {
        double[] noise = GoldenSeries.noise(4, 240);
        double[] other = GoldenSeries.noise(5, 240);
        AnalysisResult result = ARun.healthy(240)
                .both(Metric.COLLECTOR_CPU, t -> 100 + noise[t], t -> 99.8 + other[t])
                .both(Metric.COLLECTOR_MEMORY, t -> 100 + noise[239 - t], t -> 100 + other[239 - t])
                .analyze();

        MetricResult cpu = ARun.metric(result, "collector_cpu");
        Map<String, Double> adjusted = cpu.shown().get("adjusted");
        assertThat(adjusted.get("benjaminiHochberg")).isGreaterThanOrEqualTo(cpu.pValue());
        assertThat(adjusted.get("benjaminiYekutieli")).isGreaterThanOrEqualTo(adjusted.get("benjaminiHochberg"));
        assertThat(ARun.metric(result, "active_series").shown()).doesNotContainKey("adjusted");
    }

    @Test
    void aCandidateWhoseDataCannotBeTrustedIsNotCompared() {
        AnalysisResult result = three(0.60, 0.62, 0.80)
                .steps(Metric.ACTIVE_SERIES, "c", 0, 120, Double.NaN)
                .analyze();

        assertThat(ranking(result, "a")).containsEntry("rankUpper", 1.0);
        assertThat(ranking(result, "b")).containsEntry("rank", 2.0).containsEntry("rankUpper", 2.0);
        assertThat(goal(result, "c").shown()).doesNotContainKey("ranking");
        assertThat(goal(result, "c").outcome()).isEqualTo("invalid");
    }

    @Test
    void nothingIsAShareOfACandidateThatSendsNothing() {
        double[] load = GoldenSeries.base();
        AnalysisResult result = ARun.ofPairs(GoldenSeries.g1())
                .with(Metric.ACTIVE_SERIES, "a", t -> 0)
                .with(Metric.ACTIVE_SERIES, "b", t -> 0.6 * load[t])
                .candidates(new Candidate("a", null), new Candidate("b", null))
                .memory(Duration.ofSeconds(20))
                .analyze();

        assertThat(ranking(result, "b")).containsEntry("rank", 2.0).containsEntry("best", 0.0);
        assertThat(ranking(result, "b")).doesNotContainKey("toBestOther");
    }

    /** Residuals that cancel in every block leave nothing to correlate, so the candidates are taken as independent. */
    @Test
    void withoutACorrelationDunnettIsOnTheCarefulSide() {
        AnalysisResult result = ARun.ofPairs(constant())
                .with(Metric.ACTIVE_SERIES, "a", t -> t % 2 == 0 ? 401 : 399)
                .with(Metric.ACTIVE_SERIES, "b", t -> t % 2 == 0 ? 501 : 499)
                .candidates(new Candidate("a", null), new Candidate("b", null))
                .memory(Duration.ofSeconds(20))
                .analyze();

        assertThat(goal(result, "a").shown().get("dunnett")).containsEntry("correlation", 0.0);
    }

    /** Forty pauses; one candidate lacks a third of one stretch, so its blocks are not those of the other. */
    @Test
    void blocksOfDifferentStretchesAreNotCorrelated() {
        AnalysisInput whole = ARun.ofPairs(constant())
                .with(Metric.ACTIVE_SERIES, "a", t -> 400 + 10 * (t / 60))
                .with(Metric.ACTIVE_SERIES, "b", t -> 500 + 10 * (t / 60))
                .steps(Metric.ACTIVE_SERIES, "b", 2, 4, Double.NaN)
                .candidates(new Candidate("a", null), new Candidate("b", null))
                .memory(Duration.ofSeconds(20))
                .input();

        AnalysisResult result = AnalysisEngine.analyze(paused(whole));

        assertThat(goal(result, "a").blocks()).isEqualTo(4);
        assertThat(goal(result, "a").shown().get("dunnett")).containsEntry("correlation", 0.0);
    }

    /**
     * Three candidates that nearly equal the baseline: the primary estimator and Holm's definition in NumPy, the
     * correlation of the block residuals by NumPy's corrcoef, Dunnett's p-values by SciPy's multivariate t.
     */
    @Test
    void theSimultaneousNumbersAgreeWithSciPy() {
        AnalysisResult result = three(0.9996, 0.9998, 1.0).analyze();

        assertThat(holm(result, "a")).isEqualTo(0.30489246, within(1e-8));
        assertThat(holm(result, "b")).isEqualTo(0.26385485, within(1e-8));
        assertThat(holm(result, "c")).isEqualTo(0.34613353, within(1e-8));
        Map<String, Double> b = goal(result, "b").shown().get("dunnett");
        assertThat(b.get("correlation")).isEqualTo(0.30701769437483756, within(1e-9));
        assertThat(b.get("degreesOfFreedom")).isEqualTo(8);
        assertThat(b.get("critical")).isEqualTo(2.92942327, within(1e-6));
        assertThat(b.get("pValue")).isEqualTo(0.213941, within(1e-6));
        assertThat(b.get("lower")).isEqualTo(0.99936144203, within(1e-9));
        assertThat(b.get("upper")).isEqualTo(1.00012934174, within(1e-9));
        assertThat(goal(result, "a").shown().get("dunnett").get("pValue")).isEqualTo(0.350296, within(1e-6));
    }

    /** The primary estimator of one candidate over another in NumPy, a third of the risk for each of three comparisons. */
    @Test
    void theRatioToTheBestOtherHoldsForAllComparisonsAtOnce() {
        AnalysisResult result = three(0.80, 0.62, 0.60).analyze();

        assertToBestOther(ranking(result, "a"), 1.3331990376232365, 1.33194471680434, 1.3344545396628675);
        assertToBestOther(ranking(result, "b"), 1.0330281059291624, 1.0323067058570288, 1.03375001013254);
        assertToBestOther(ranking(result, "c"), 0.968027872872389, 0.9673518647625329, 0.9687043533925245);
        assertThat(ranking(result, "c")).containsEntry("best", 1.0).containsEntry("rank", 1.0);
    }

    @Test
    void stepsWithoutInputDoNotCountBetweenCandidatesEither() {
        ARun run = three(0.80, 0.62, 0.60).both(Metric.ACCEPTED_POINTS, t -> t % 40 == 0 ? 0 : 7200, t -> 7200);
        AnalysisResult plain = run.analyze();

        for (int t = 0; t < 240; t += 40) {
            run.steps(Metric.ACTIVE_SERIES, "a", t, t + 1, 1e6);
        }

        assertThat(ranking(run.analyze(), "a")).isEqualTo(ranking(plain, "a")).containsKey("toBestOther");
    }

    @Test
    void onlyTheGoalShowsTheComparison() {
        double[] load = GoldenSeries.base();
        AnalysisResult result = three(0.80, 0.62, 0.60)
                .with(Metric.SAMPLES_PER_SECOND, "baseline", t -> load[t])
                .with(Metric.SAMPLES_PER_SECOND, "a", t -> 0.7 * load[t])
                .with(Metric.SAMPLES_PER_SECOND, "b", t -> 0.8 * load[t])
                .guardrail("active_series", 0.1, null)
                .analyze();

        assertThat(result.candidates().getFirst().metrics())
                .filteredOn(metric -> metric.shown().containsKey("ranking"))
                .extracting(MetricResult::name, MetricResult::role)
                .containsExactly(tuple("active_series", "goal"));
    }

    private static double holm(AnalysisResult result, String candidate) {
        return goal(result, candidate).shown().get("adjusted").get("holm");
    }

    private static void assertToBestOther(Map<String, Double> ranking, double ratio, double lower, double upper) {
        assertThat(ranking.get("toBestOther")).isEqualTo(ratio, within(1e-9));
        assertThat(ranking.get("toBestOtherLower")).isEqualTo(lower, within(1e-9));
        assertThat(ranking.get("toBestOtherUpper")).isEqualTo(upper, within(1e-9));
    }

    /** The same windows with a pause between every two of them. */
    private static AnalysisInput paused(AnalysisInput input) {
        return new AnalysisInput(
                input.plan(),
                input.candidates(),
                new Grid(input.grid().windows().stream()
                        .map(CandidateComparisonTest::ownSegment)
                        .toList()),
                input.measured().stream()
                        .map(found -> new MeasuredWindow(
                                ownSegment(found.window()),
                                found.metric(),
                                found.variant(),
                                found.quality(),
                                found.values(),
                                0))
                        .toList(),
                input.findings());
    }

    private static Window ownSegment(Window window) {
        return new Window(window.index(), window.index(), window.start(), window.end(), window.step());
    }

    private static PairedSeries constant() {
        double[] baseline = new double[240];
        Arrays.fill(baseline, 1000.5);
        return PairedSeries.of(baseline, baseline);
    }

    private static ARun three(double a, double b, double c) {
        double[] load = GoldenSeries.base();
        return ARun.ofPairs(GoldenSeries.g1())
                .goals(new Goal("active_series", 0))
                .with(Metric.ACTIVE_SERIES, "a", t -> a * load[t] + 20 * GoldenSeries.noise(5, 240)[t])
                .with(Metric.ACTIVE_SERIES, "b", t -> b * load[t] + 20 * GoldenSeries.noise(6, 240)[t])
                .with(Metric.ACTIVE_SERIES, "c", t -> c * load[t] + 20 * GoldenSeries.noise(7, 240)[t])
                .candidates(new Candidate("a", null), new Candidate("b", null), new Candidate("c", null))
                .memory(Duration.ofSeconds(20));
    }

    private static Map<String, Double> ranking(AnalysisResult result, String candidate) {
        return goal(result, candidate).shown().get("ranking");
    }

    private static MetricResult goal(AnalysisResult result, String candidate) {
        return result.candidates().stream()
                .filter(found -> found.name().equals(candidate))
                .findFirst()
                .orElseThrow()
                .metrics()
                .getFirst();
    }
}
