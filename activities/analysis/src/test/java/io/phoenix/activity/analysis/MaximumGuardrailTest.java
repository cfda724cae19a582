package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.domain.measurement.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaximumGuardrailTest {
    private static final Guardrail AT_MOST_200 = new Guardrail("collector_memory", null, null, 200.0);

    @Test
    void holdsWhileNoSampleExceedsIt() {
        AnalysisResult result = memory(200).analyze();

        MetricResult memory = ARun.metric(result, "collector_memory");
        assertThat(memory.outcome()).isEqualTo("pass");
        assertThat(memory.rule()).isEqualTo("MAXIMUM");
        assertThat(memory.stamps()).containsExactly("scope=observed level");
        assertThat(memory.shown().get("maximum"))
                .containsEntry("baseline", 150.0)
                .containsEntry("candidate", 200.0);
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @Test
    void oneSampleAboveItRejectsTheCandidate() {
        AnalysisResult result = memory(200.5).analyze();

        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(result.reasons()).extracting(Reason::code).containsExactly("MAXIMUM_EXCEEDED");
        assertThat(result.reasons().getFirst().message())
                .isEqualTo(
                        "A sample of the candidate exceeds the limit. collector_memory: largest value of the baseline"
                                + " 150, of the candidate 200.5, limit: 200");
    }

    @Test
    void aPeakCountsWhereTheBaselineHasNoSample() {
        AnalysisResult result = memory(200.5)
                .steps(Metric.COLLECTOR_MEMORY, "baseline", 17, 18, Double.NaN)
                .analyze();

        assertThat(ARun.metric(result, "collector_memory").outcome()).isEqualTo("fail");
    }

    @Test
    void standsBesideALimitOfTheMean() {
        List<MetricResult> memory =
                memory(200.5)
                        .guardrail("collector_memory", 0.5, null)
                        .analyze()
                        .candidates()
                        .getFirst()
                        .metrics()
                        .stream()
                        .filter(metric -> metric.name().equals("collector_memory"))
                        .toList();

        assertThat(memory).extracting(MetricResult::outcome).containsExactly("fail", "pass");
        assertThat(memory.getLast().rule()).isNotEqualTo("MAXIMUM");
    }

    @Test
    void dataThatCannotBeTrustedHoldNoMaximum() {
        AnalysisResult result = memory(100)
                .steps(Metric.COLLECTOR_MEMORY, "candidate", 20, 40, Double.NaN)
                .analyze();

        assertThat(ARun.metric(result, "collector_memory").outcome()).isEqualTo("invalid");
    }

    @Test
    void ofWhatIsCountedItLimitsTheIncrease() {
        ARun run = ARun.healthy()
                .both(Metric.DROPPED_POINTS, t -> 0, t -> t)
                .guardrail(new Guardrail("dropped_points", null, null, 10.0));

        assertThat(ARun.metric(run.analyze(), "dropped_points").outcome()).isEqualTo("fail");
    }

    /** The baseline uses up to 150, the candidate 100 with one peak. */
    private static ARun memory(double peak) {
        return ARun.healthy()
                .both(Metric.COLLECTOR_MEMORY, t -> 140 + t % 11, t -> t == 17 ? peak : 100 + t % 7)
                .guardrail(AT_MOST_200);
    }
}
