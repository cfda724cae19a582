package io.phoenix.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.RecentExperiment;
import io.phoenix.domain.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultValuesTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(new UUID(0, 7)), "web", 3);
    private static final Tags EXPERIMENT = Tags.of(
            "tenant",
            TenantId.DEFAULT.toString(),
            "experiment",
            REF.experiment().toString(),
            "name",
            "web/3");
    private static final Tags GOAL = EXPERIMENT.and("candidate", "candidate", "metric", "active_series");

    @Test
    void beforeAnythingIsAnalysedAllLooksAreLeft() {
        assertThat(ResultValues.of(run(Phase.RUNNING, null), 4, null))
                .containsExactly(new GaugeValue(ResultGauge.LOOKS_LEFT, EXPERIMENT, 4));
    }

    @Test
    void tellsTheVerdictAndTheRatioWithItsBounds() {
        List<GaugeValue> values = ResultValues.of(
                run(Phase.COMPLETED, Verdict.PROMOTE), 1, result(Map.of(), metric("goal", "BLOCKS", 22.0, 8.0)));

        assertThat(values)
                .containsExactlyInAnyOrder(
                        new GaugeValue(ResultGauge.VERDICT, EXPERIMENT.and("verdict", "PROMOTE"), 1),
                        new GaugeValue(ResultGauge.LOOKS_LEFT, EXPERIMENT, 0),
                        new GaugeValue(ResultGauge.RATIO, GOAL, 0.345),
                        new GaugeValue(ResultGauge.RATIO_LOWER, GOAL, 0.329),
                        new GaugeValue(ResultGauge.RATIO_UPPER, GOAL, 0.362),
                        new GaugeValue(ResultGauge.EFFECTIVE_SAMPLES, GOAL, 22));
    }

    @Test
    void whereHostsAreTheReplicatesTheyAreTheSamples() {
        assertThat(ResultValues.of(
                        run(Phase.COMPLETED, Verdict.PROMOTE), 1, result(Map.of(), metric("goal", "HOSTS", null, 5.0))))
                .contains(new GaugeValue(ResultGauge.EFFECTIVE_SAMPLES, GOAL, 6));
    }

    @Test
    void whatDecidesNothingIsNotTold() {
        assertThat(ResultValues.of(
                        run(Phase.COMPLETED, Verdict.PROMOTE),
                        1,
                        result(Map.of(), metric("info", "BLOCKS", 22.0, 8.0))))
                .extracting(GaugeValue::gauge)
                .containsExactlyInAnyOrder(ResultGauge.VERDICT, ResultGauge.LOOKS_LEFT);
    }

    @Test
    void betweenLooksTheResultSaysHowManyAreLeft() {
        Map<String, Object> plan = Map.of("looksLeft", 2);

        assertThat(ResultValues.of(run(Phase.RUNNING, null), 4, result(plan, metric("goal", "BLOCKS", 22.0, 8.0))))
                .contains(new GaugeValue(ResultGauge.LOOKS_LEFT, EXPERIMENT, 2));
        assertThat(ResultValues.of(
                        run(Phase.COMPLETED, Verdict.REJECT), 4, result(plan, metric("goal", "BLOCKS", 22.0, 8.0))))
                .contains(new GaugeValue(ResultGauge.LOOKS_LEFT, EXPERIMENT, 0));
    }

    private static RecentExperiment run(Phase phase, @Nullable Verdict verdict) {
        return new RecentExperiment(REF, 9, phase, verdict);
    }

    private static AnalysisResult result(Map<String, Object> plan, MetricResult metric) {
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                Verdict.PROMOTE,
                List.of(),
                "host",
                List.of(new CandidateResult("candidate", Verdict.PROMOTE, List.of(), 1, List.of(metric))),
                Map.of(),
                plan,
                "sha256:0");
    }

    private static MetricResult metric(String role, String rule, @Nullable Double effective, Double freedom) {
        return new MetricResult(
                "active_series",
                role,
                "pass",
                List.of(),
                60,
                1.0,
                12480.0,
                4310.0,
                0.345,
                0.655,
                0.95,
                0.329,
                0.362,
                null,
                null,
                0.001,
                24,
                0.0,
                effective,
                freedom,
                rule,
                List.of(),
                1e-9,
                false,
                null,
                null,
                null,
                Map.of());
    }
}
