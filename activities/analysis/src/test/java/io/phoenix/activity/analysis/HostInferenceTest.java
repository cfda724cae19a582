package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.measurement.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HostInferenceTest {
    private static final double[] BASELINE = {120, 340, 95, 410, 220, 180};
    private static final double[] CANDIDATE = {60, 190, 50, 205, 100, 99};

    /** The formulas of Cochran 1977 in numpy, t quantiles of SciPy. */
    @Test
    void sixHostsAreTheReplicates() {
        AnalysisResult result = analyze(6, 6);

        MetricResult goal = ARun.metric(result, "active_series");
        assertThat(goal.rule()).isEqualTo("HOSTS");
        assertThat(goal.ratioLower()).isEqualTo(0.4724747331606002, within(1e-13));
        assertThat(goal.ratioUpper()).isEqualTo(0.562990967407969, within(1e-13));
        assertThat(goal.standardError()).isEqualTo(0.017583658543367273, within(1e-15));
        assertThat(goal.degreesOfFreedom()).isEqualTo(5);
        assertThat(goal.stamps()).contains("scope=fleet");
        assertThat(result.scope()).isEqualTo("fleet");
    }

    @Test
    void fewHostsOrManyOnOneSideOnlySpeakOfThisRun() {
        for (AnalysisResult result : List.of(analyze(4, 4), analyze(6, 5), analyze(0, 0))) {
            assertThat(ARun.metric(result, "active_series").rule()).isNotEqualTo("HOSTS");
            assertThat(result.scope()).isNotEqualTo("fleet");
        }
    }

    @Test
    void aHostWithoutAValueOnOneSideIsLeftOut() {
        double[] lost = BASELINE.clone();
        lost[5] = Double.NaN;

        assertThat(ARun.metric(
                                analyze(List.of(totals("baseline", lost, 6), totals("candidate", CANDIDATE, 6))),
                                "active_series")
                        .rule())
                .isNotEqualTo("HOSTS");
        assertThat(ARun.metric(
                                analyze(List.of(totals("baseline", BASELINE, 6), totals("candidate", lost, 6))),
                                "active_series")
                        .rule())
                .isNotEqualTo("HOSTS");
    }

    @Test
    void hostsThatAllSaveTheSameShareHaveNoSamplingError() {
        double[] half = Arrays.stream(BASELINE).map(total -> total / 2).toArray();

        MetricResult goal = ARun.metric(
                analyze(List.of(totals("baseline", BASELINE, 6), totals("candidate", half, 6))), "active_series");

        assertThat(goal.exact()).isTrue();
        assertThat(goal.standardError()).isZero();
        assertThat(goal.ratioUpper()).isEqualTo(0.5);
    }

    @Test
    void theDigestKnowsTheHosts() {
        assertThat(analyze(6, 6).inputDigest()).isNotEqualTo(analyze(5, 5).inputDigest());
        assertThat(analyze(0, 0).inputDigest()).isEqualTo(run().analyze().inputDigest());
    }

    @Test
    void nineOfTenHostsSpeakOfTheFleetAndEightOfNineDoNot() {
        assertThat(ruleOf(10, 9)).isEqualTo("HOSTS");
        assertThat(ruleOf(9, 8)).isNotEqualTo("HOSTS");
    }

    private static String ruleOf(int baselineHosts, int candidateHosts) {
        double[] baseline = new double[baselineHosts];
        Arrays.setAll(baseline, host -> 100 + 10 * host);
        double[] candidate = new double[candidateHosts];
        Arrays.setAll(candidate, host -> 50 + 6 * (host % 4));
        return ARun.metric(
                        analyze(List.of(
                                totals("baseline", baseline, baselineHosts),
                                totals("candidate", candidate, candidateHosts))),
                        "active_series")
                .rule();
    }

    private static AnalysisResult analyze(int baselineHosts, int candidateHosts) {
        return analyze(
                List.of(totals("candidate", CANDIDATE, candidateHosts), totals("baseline", BASELINE, baselineHosts)));
    }

    private static AnalysisResult analyze(List<HostTotals> hosts) {
        AnalysisInput input = run().input();
        return AnalysisEngine.analyze(new AnalysisInput(
                input.plan(), input.candidates(), input.grid(), input.measured(), input.findings(), hosts));
    }

    private static ARun run() {
        return ARun.ofPairs(GoldenSeries.g1());
    }

    private static HostTotals totals(String variant, double[] values, int count) {
        Map<String, Double> totals = new TreeMap<>();
        for (int h = 0; h < count; h++) {
            totals.put("host-" + h, values[h]);
        }
        return new HostTotals(Metric.ACTIVE_SERIES, variant, totals);
    }
}
