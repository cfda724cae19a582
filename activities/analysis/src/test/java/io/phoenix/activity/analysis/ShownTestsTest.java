package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.resampling.BlockBootstrap;
import io.phoenix.activity.analysis.resampling.BlockLength;
import io.phoenix.activity.analysis.resampling.BootstrapDistribution;
import io.phoenix.activity.analysis.resampling.RatioOfQuantiles;
import io.phoenix.activity.analysis.resampling.Scheme;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.measurement.Metric;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownTestsTest {
    @Test
    void everyTestStandsBesideTheVerdict() {
        Map<String, Map<String, Double>> shown = shown(GoldenSeries.g6());

        assertThat(shown)
                .containsKeys(
                        "welch",
                        "pairedT",
                        "mannWhitney",
                        "hodgesLehmann",
                        "wilcoxon",
                        "effectSize",
                        "neweyWest",
                        "blockMeans",
                        "maximum",
                        "autocorrelation",
                        "stationarity",
                        "halves",
                        "nonInferiority",
                        "equivalence");
        assertThat(shown.get("pairedT")).containsEntry("degreesOfFreedom", 23.0);
        assertThat(shown.get("wilcoxon")).containsEntry("n", 24.0).doesNotContainKey("z");
        assertThat(shown.get("mannWhitney").get("commonLanguage")).isBetween(0.0, 0.5);
        assertThat(shown.get("effectSize").get("hedgesG")).isNegative();
    }

    /** R's {@code sleep}: t.test, wilcox.test and effsize::cohen.d. */
    @Test
    void aFewPairsHaveEveryTestThatNeedsNoBlocks() {
        Map<String, Map<String, Double>> shown = shown(PairedSeries.of(
                new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2},
                new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}));

        assertThat(shown.get("welch").get("t")).isCloseTo(1.86081346748685, within(1e-13));
        assertThat(shown.get("welch").get("pValue")).isCloseTo(0.0793941401873582, within(1e-14));
        assertThat(shown.get("mannWhitney").get("pValue")).isCloseTo(0.0693275754336266, within(1e-14));
        assertThat(shown.get("effectSize").get("hedgesG")).isCloseTo(0.796935239191119, within(1e-12));
        assertThat(shown).containsKeys("neweyWest", "blockMeans").doesNotContainKeys("pairedT", "wilcoxon", "halves");
    }

    /** SciPy on the 24 blocks of G6: wilcoxon of the log ratios, ttest_rel of the means. */
    @Test
    void testsOfBlocksAgreeWithSciPy() {
        Map<String, Map<String, Double>> shown = shown(GoldenSeries.g6());

        assertThat(shown.get("wilcoxon")).containsEntry("v", 91.0);
        assertThat(shown.get("wilcoxon").get("pValue")).isCloseTo(0.09509599208831787, within(1e-14));
        assertThat(shown.get("pairedT").get("t")).isCloseTo(-1.8395282751645738, within(1e-12));
        assertThat(shown.get("pairedT").get("pValue")).isCloseTo(0.07878159815317538, within(1e-12));
    }

    /** SciPy's t with 8 degrees of freedom on the log scale: one-sided tests of .8 and 1.2, and of .9 and 1.1. */
    @Test
    void equivalenceIsTestedWithinTheMarginOfTheLimitOnBothSides() {
        Map<String, Double> wide = shown(GoldenSeries.g6()).get("equivalence");
        Map<String, Double> narrow = ARun.metric(
                        ARun.ofPairs(GoldenSeries.g6())
                                .goals(new Goal("active_series", 0.1))
                                .analyze(),
                        "active_series")
                .shown()
                .get("equivalence");

        assertThat(wide.get("pAboveLower")).isCloseTo(1.0743764744632212e-06, within(1e-15));
        assertThat(wide.get("pBelowUpper")).isCloseTo(2.698315375484949e-07, within(1e-15));
        assertThat(narrow.get("pAboveLower")).isCloseTo(0.0012395917019845557, within(1e-12));
        assertThat(narrow.get("pBelowUpper")).isCloseTo(1.1828925120497831e-05, within(1e-14));
    }

    @Test
    void aLimitOfNoChangeHasNoMarginToBeEquivalentWithin() {
        MetricResult goal = ARun.metric(
                ARun.ofPairs(GoldenSeries.g6())
                        .goals(new Goal("active_series", 0))
                        .analyze(),
                "active_series");

        assertThat(goal.shown()).containsKey("nonInferiority").doesNotContainKey("equivalence");
    }

    @Test
    void fortyEightPairsHaveTestsOfBlocksAndFortySevenNone() {
        assertThat(shown(GoldenSeries.g6().slice(0, 48))).containsKeys("pairedT", "wilcoxon", "autocorrelation");
        assertThat(shown(GoldenSeries.g6().slice(0, 47))).doesNotContainKeys("pairedT", "wilcoxon");
    }

    @Test
    void aCandidateOfZeroHasNoRatiosToRank() {
        Map<String, Map<String, Double>> shown = shown(PairedSeries.of(GoldenSeries.base(), new double[240]));

        assertThat(shown).containsKey("pairedT").doesNotContainKeys("wilcoxon", "stationarity");
    }

    /** The seed is Fowler, Noll and Vo's hash FNV-1a of 64 bits, whose value of "foobar" is published as 85944171f73967e8. */
    @Test
    void theResamplesOfAMetricAreThoseOfTheHashOfItsNames() {
        double[] noise = GoldenSeries.noise(4, 48);
        double[] other = GoldenSeries.noise(5, 48);
        PairedSeries pairs = PairedSeries.of(GoldenSeries.line(100, 1, noise), GoldenSeries.line(80, 1, other));
        Map<String, Double> shown = ARun.healthy(48)
                .both(Metric.COLLECTOR_CPU, t -> pairs.baseline()[t], t -> pairs.candidate()[t])
                .only("collector_cpu", 0.1)
                .shown()
                .get("bootstrapP95");

        double length = BlockLength.of(
                        pairs.ratioResiduals(pairs.candidateMean() / pairs.baselineMean(), pairs.baselineMean()))
                .stationary();
        BootstrapDistribution expected = new BlockBootstrap(Scheme.STATIONARY, length, 9999, 0x1bc00d66dfc1234bL)
                .of(new RatioOfQuantiles(pairs.baseline(), pairs.candidate(), 0.95))
                .getFirst();
        assertThat(shown)
                .containsEntry("blockLength", length)
                .containsEntry("standardError", expected.standardError())
                .containsEntry("percentileLower", expected.percentile(0.025).lower())
                .containsEntry("bcaUpper", expected.biasCorrected(0.025).upper());
    }

    @Test
    void twoPairsHaveNoBlockMeans() {
        Map<String, Map<String, Double>> shown = shown(PairedSeries.of(new double[] {100, 101}, new double[] {80, 83}));

        assertThat(shown).containsKeys("welch", "mannWhitney").doesNotContainKey("blockMeans");
    }

    @Test
    void whatTheCollectorNeedsIsComparedAtItsPeaksToo() {
        double[] noise = GoldenSeries.noise(4, 240);
        MetricResult memory = ARun.healthy(240)
                .both(Metric.COLLECTOR_MEMORY, t -> 100 + noise[t], t -> 80 + (t % 50 == 0 ? 100 : noise[239 - t]))
                .only("collector_memory", 0.1);

        assertThat(memory.shown().get("bootstrapP95")).containsEntry("resamples", 9999.0);
        assertThat(memory.shown().get("bootstrapP95").get("ratio")).isBetween(0.75, 0.85);
        assertThat(memory.shown().get("bootstrapP99").get("bcaUpper")).isGreaterThan(1.5);
        assertThat(memory.shown().get("maximum")).containsEntry("candidate", 180.0);
    }

    @Test
    void aLevelThatMovesBetweenTheHalvesIsStamped() {
        double[] noise = GoldenSeries.noise(4, 240);
        MetricResult moved = ARun.metric(
                ARun.ofPairs(PairedSeries.of(
                                GoldenSeries.line(100, 1, noise),
                                GoldenSeries.plus(GoldenSeries.line(60, 0, noise), 1, step(noise.length))))
                        .memory(Duration.ofSeconds(20))
                        .analyze(),
                "active_series");

        assertThat(moved.stamps()).contains("DRIFT");
        assertThat(moved.shown().get("halves").get("firstUpper"))
                .isLessThan(moved.shown().get("halves").get("secondLower"));
        assertThat(moved.shown().get("stationarity")).containsEntry("pValue", 0.01);
    }

    @Test
    void anUndecidedRunSaysHowMuchLongerItWouldHaveToBe() {
        ARun run = ARun.ofPairs(GoldenSeries.g6()).goals(new Goal("active_series", 0.02));

        double undecided = needed(run.memory(Duration.ofSeconds(40)), "GOAL_UNDECIDED");
        double forMemory = needed(run.memory(Duration.ofSeconds(50)), "SHORT_FOR_MEMORY");
        double[] noise = GoldenSeries.noise(9, 40);
        double forBlocks = needed(
                ARun.ofPairs(PairedSeries.of(GoldenSeries.line(100, 0.1, noise), GoldenSeries.line(50, -0.1, noise))),
                "TOO_SHORT");

        assertThat(undecided).isGreaterThan(60);
        assertThat(forMemory).isEqualTo(24 * 50 - 960);
        assertThat(forBlocks).isEqualTo(16);
    }

    @Test
    void aDecidedRunNeedsNoMoreTimeAndSaysWhatItCouldShow() {
        Map<String, Double> needed = shown(GoldenSeries.g6()).get("needed");

        assertThat(needed).doesNotContainKey("moreSeconds");
        assertThat(needed.get("detectableRatio")).isBetween(0.7, 0.8);
    }

    private static double needed(ARun run, String code) {
        MetricResult result = ARun.metric(run.analyze(), "active_series");
        assertThat(result.reasons()).containsExactly(code);
        return result.shown().get("needed").get("moreSeconds");
    }

    private static double[] step(int n) {
        double[] step = new double[n];
        double[] noise = GoldenSeries.noise(8, n);
        for (int t = 0; t < n; t++) {
            step[t] = (t < n / 2 ? 0 : 10) + noise[t];
        }
        return step;
    }

    @Test
    void theLimitIsTestedAtTheSameBoundsThatDecide() {
        MetricResult guardrail = ARun.healthy(120)
                .both(Metric.COLLECTOR_CPU, t -> 0.2 + 0.01 * (t % 7), t -> 0.2 + 0.01 * (t % 11))
                .only("collector_cpu", 0.25);

        Map<String, Double> test = guardrail.shown().get("nonInferiority");
        assertThat(test).containsEntry("limit", 1.25);
        assertThat(test.get("pHeld") < 0.05).isEqualTo(guardrail.oneSidedUpper() < 1.25);
        assertThat(guardrail.shown().get("equivalence")).containsEntry("margin", 0.25);
    }

    @Test
    void hugeTinyAndConstantSeriesHaveNumbersOrNone() {
        Map<String, Map<String, Double>> plain = shown(GoldenSeries.g6());
        for (double scale : new double[] {0x1p980, 0x1p-980}) {
            PairedSeries g6 = GoldenSeries.g6();
            Map<String, Map<String, Double>> scaled = shown(PairedSeries.of(
                    GoldenSeries.line(0, scale, g6.baseline()), GoldenSeries.line(0, scale, g6.candidate())));

            for (String test : new String[] {"welch", "pairedT", "mannWhitney", "wilcoxon"}) {
                assertThat(scaled.get(test).get("pValue"))
                        .as(test)
                        .isEqualTo(plain.get(test).get("pValue"), within(1e-12));
            }
        }
        double[] constant = new double[60];
        java.util.Arrays.fill(constant, 5);
        assertThat(shown(PairedSeries.of(constant, constant)).get("mannWhitney"))
                .containsEntry("pValue", 1.0);
    }

    private static Map<String, Map<String, Double>> shown(PairedSeries pairs) {
        return ARun.metric(ARun.ofPairs(pairs).memory(Duration.ofSeconds(20)).analyze(), "active_series")
                .shown();
    }
}
