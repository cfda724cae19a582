package io.phoenix.domain.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Criteria.Goal;
import io.phoenix.domain.experiment.Criteria.Guardrail;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalysisPlanReaderTest {
    @Test
    void readsStepMemoryAndCriteria() {
        AnalysisPlan plan = valid("""
                step: 10s
                memory: 25s
                criteria:
                  goals: [{metric: active_series, minimumSaving: 0.2}]
                  guardrails: [{metric: collector_cpu, maximumIncrease: 0.1}]
                """);

        assertThat(plan.step()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plan.memory()).isEqualTo(Duration.ofSeconds(25));
        assertThat(plan.criteria().goals()).containsExactly(new Goal("active_series", 0.2));
        assertThat(plan.criteria().guardrails()).containsExactly(new Guardrail("collector_cpu", 0.1, null));
        assertThat(plan.usualGuardrails()).isFalse();
    }

    @Test
    void fillsInTheUsualGuardrailsAndSaysSo() {
        AnalysisPlan plan = valid("""
                step: 10s
                criteria: {goals: [{metric: active_series, minimumSaving: 0.2}]}
                """);

        assertThat(plan.usualGuardrails()).isTrue();
        assertThat(plan.memory()).isNull();
        assertThat(plan.criteria().guardrails())
                .extracting(Guardrail::metric)
                .containsExactly("collector_cpu", "collector_memory", "dropped_points");
    }

    @Test
    void reportsEveryMistakeAtOnce() {
        List<Violation> mistakes = invalid("""
                memory: soon
                target: demo
                criteria:
                  goals: [{metric: collector_cpu, minimumSaving: 2}]
                """);

        assertThat(mistakes)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/step", "/memory", "/target", "/criteria/goals/0/metric", "/criteria/goals/0/minimumSaving");
    }

    @Test
    void takesAnyPriceBookSinceAFileHasNone() {
        AnalysisPlan plan = valid("""
                step: 10s
                criteria:
                  goals: [{metric: active_series, minimumSaving: 0.2}]
                  minimumMonthlySaving: {amount: 100, currency: USD, book: our-contract}
                """);

        assertThat(plan.criteria().minimumMonthlySaving()).isNotNull();
    }

    @Test
    void readsWhichOfSeveralLooksAFileIs() {
        String criteria = "step: 10s\ncriteria: {looks: 3, goals: [{metric: active_series, minimumSaving: 0.2}]}\n";

        assertThat(valid(criteria).information()).isEmpty();
        assertThat(valid(criteria + "information: [0.3, 0.6]\n").information()).containsExactly(0.3, 0.6);
        assertThat(invalid(criteria + "information: [0.6, 0.3]\n"))
                .extracting(Violation::code)
                .containsExactly("not_rising");
        assertThat(invalid(criteria + "information: [0.1, 0.2, 0.3, 0.4]\n"))
                .extracting(Violation::code)
                .containsExactly("too_many_looks");
        assertThat(invalid(criteria.replace("3", "1") + "information: [1]\n"))
                .extracting(Violation::message)
                .containsExactly("1 values are too many: a plan of one look has none");
    }

    @Test
    void publishesItsSchema() {
        assertThat(AnalysisPlanReader.schema())
                .containsEntry("required", List.of("step", "criteria"))
                .containsKey("properties");
    }

    private static AnalysisPlan valid(String text) {
        return AnalysisPlanReader.read(tree(text)).orThrow(io.phoenix.error.ErrorCode.INVALID_SPEC);
    }

    private static List<Violation> invalid(String text) {
        return ((Validation.Invalid<AnalysisPlan>) AnalysisPlanReader.read(tree(text))).violations();
    }

    private static Map<String, Object> tree(String text) {
        return SpecText.parse(text).orThrow(io.phoenix.error.ErrorCode.INVALID_SPEC);
    }
}
