package io.phoenix.domain.experiment;

import static io.phoenix.domain.experiment.SpecFile.MINIMAL;
import static io.phoenix.domain.experiment.SpecFile.spec;
import static io.phoenix.domain.experiment.SpecFile.tree;
import static io.phoenix.domain.experiment.SpecFile.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSpecReaderTest {
    @Test
    void readsTheDemo() {
        ExperimentSpec spec = spec(SpecFile.example("demo.yaml"));

        assertThat(spec.input())
                .isEqualTo(new Input(new Input.Simulation("realistic", 3, 100, Duration.ofSeconds(1), 42), null));
        assertThat(spec.timing())
                .isEqualTo(new Timing(
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(2)));
        assertThat(spec.criteria().goals()).containsExactly(new Criteria.Goal("active_series", 0.20));
        assertThat(spec.criteria().guardrails())
                .containsExactly(
                        new Criteria.Guardrail("collector_cpu", 0.25, null),
                        new Criteria.Guardrail("collector_memory", 0.50, null),
                        new Criteria.Guardrail("dropped_points", null, 0.0));
        assertThat(spec.decision().watch()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void readsTheHostExample() {
        assertThat(spec(SpecFile.example("host.yaml")).input().host()).isNotNull();
    }

    @Test
    void fillsInTheDefaults() {
        ExperimentSpec spec = spec(MINIMAL);

        assertThat(spec.variants().baseline()).isNull();
        assertThat(spec.variants().candidates())
                .containsOnly(Map.entry("candidate", new PipelineRef("process-priority-filter-v1", Map.of())));
        assertThat(spec.input().simulation())
                .isEqualTo(new Input.Simulation("realistic", 10, 150, Duration.ofSeconds(1), 42));
        assertThat(spec.timing())
                .isEqualTo(new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(10)));
        assertThat(spec.criteria().confidence()).isEqualTo(0.95);
        assertThat(spec.criteria().guardrails()).hasSize(3);
        assertThat(spec.criteria().looks()).isEqualTo(1);
        assertThat(spec.decision())
                .isEqualTo(new DecisionPolicy(
                        DecisionPolicy.Promotion.AUTOMATIC,
                        new DecisionPolicy.Approval(
                                Duration.ofHours(1), DecisionPolicy.TimeoutAction.REJECT, false, true),
                        Duration.ofMinutes(5)));
        assertThat(spec.pricing().books()).containsExactly("grafana-cloud");
    }

    @Test
    void takesTheDefaultOfEngineSignalsFromTheInstallation() {
        ExperimentSpecReader shared = new ExperimentSpecReader(
                PipelineCatalog.shipped(), Set.of("grafana-cloud"), ExperimentSpecReader.Defaults.SHARED);

        ExperimentSpec spec = shared.read(tree(MINIMAL)).orThrow(ErrorCode.INVALID_SPEC);

        assertThat(spec.decision().approval().engineSignals()).isFalse();
    }

    @Test
    void makesTheUsualDurationLongEnoughForTheStepAndTheMemory() {
        assertThat(spec(MINIMAL + "timing: {step: 20s}\n").timing().duration()).isEqualTo(Duration.ofMinutes(16));
        assertThat(spec(MINIMAL + "timing: {memory: 1m}\n").timing().duration()).isEqualTo(Duration.ofMinutes(24));
    }

    @Test
    void readsSeveralCandidates() {
        String yaml = MINIMAL.replace(
                "candidate: {template: process-priority-filter-v1}",
                "candidates: {a: {template: process-baseline-v1}, b: {template: process-priority-filter-v1}}");

        assertThat(spec(yaml).variants().candidates()).containsOnlyKeys("a", "b");
    }

    @Test
    void reportsTenMistakesAtOnce() {
        List<Violation> violations = violations("""
                name: Not_A_Label
                colour: red
                variants:
                  baseline: {template: process-baselin-v1}
                  candidate: {template: process-priority-filter-v1, parameters: {criticalName: [a]}}
                input:
                  simulation: {hosts: 0, interval: 5}
                timing: {step: 10s, duration: 1m}
                criteria:
                  confidence: 1
                  goals: [{metric: active_serie, minimumSaving: 0.2}]
                  looks: 30
                decision: {promotion: perhaps}
                """);

        assertThat(violations)
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/colour",
                        "/target",
                        "/variants/baseline/template",
                        "/variants/candidate/parameters/criticalName",
                        "/input/simulation/hosts",
                        "/input/simulation/interval",
                        "/timing/duration",
                        "/criteria/confidence",
                        "/criteria/goals/0/metric",
                        "/criteria/looks",
                        "/decision/promotion");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timing: {step: 1s}                          | /timing/step            | 2s is needed",
                "timing: {warmUp: 2s}                        | /timing/warmUp          | 3s is needed",
                "timing: {duration: 95s}                     | /timing/duration        | 1m36s is needed",
                "timing: {duration: 2m, memory: 10s}         | /timing/duration        | 4m is needed",
                "timing: {duration: 5m, maximumDuration: 4m} | /timing/maximumDuration | 5m is needed",
                "timing: {duration: 31d}                     | /timing/duration        | at most 30d",
                "timing: {duration: 10}                      | /timing/duration        | a duration such as",
                "decision: {watch: 25h}                      | /decision/watch         | at most 1d",
                "decision: {approval: {deadline: 2d}}        | /decision/approval/deadline | at most 1d",
                "decision: {approval: {onTimeout: accept}}   | /decision/approval/onTimeout | reject, approve",
                "pricing: {books: [datadog]}                 | /pricing/books/0        | grafana-cloud",
                "labels: {a: 1}                              | /labels/a               | in quotes",
                "labels: {'-a/b~': x}                        | /labels/-a~1b~0         | is not a label key",
            })
    void namesTheFieldAndTheWayOut(String addition, String pointer, String message) {
        assertThat(violations(MINIMAL + addition + "\n")).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).contains(message);
        });
    }

    @Test
    void acceptsTheLimitsThemselves() {
        assertThat(violations(MINIMAL + "timing: {step: 2s, warmUp: 3s, duration: 96s, memory: 4s}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metric: collector_cpu, minimumSaving: 0.2}  | /criteria/goals/0/metric        | is not a goal metric",
                "{metric: active_serie, minimumSaving: 0.2}   | /criteria/goals/0/metric        | did you mean 'active_series'?",
                "{metric: active_series, minimumSaving: 1}    | /criteria/goals/0/minimumSaving | less than 1",
                "{metric: active_series, minimumSaving: .nan} | /criteria/goals/0/minimumSaving | a number",
                "{metric: active_series}                      | /criteria/goals/0/minimumSaving | is missing",
                "{metric: active_series, saving: 0.2, minimumSaving: 0.2} | /criteria/goals/0/saving | not a known field",
            })
    void checksGoals(String goal, String pointer, String message) {
        String yaml = MINIMAL.replace("{metric: active_series, minimumSaving: 0.2}", goal);

        assertThat(violations(yaml)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{metric: collector_cpu, maximum: 1}           | /criteria/guardrails/0/maximum         | wrong_limit",
                "{metric: dropped_points, maximumIncrease: 0.1}| /criteria/guardrails/0/maximumIncrease | wrong_limit",
                "{metric: dropped_points}                      | /criteria/guardrails/0                 | exactly_one",
                "{metric: active_series, maximumIncrease: 0.1} | /criteria/guardrails/0/metric          | unknown_value",
                "{metric: dropped_points, maximumValue: 5}     | /criteria/guardrails/0/maximumValue    | wrong_limit",
                "{metric: dropped_points, maximum: -1}         | /criteria/guardrails/0/maximum         | minimum",
            })
    void checksGuardrails(String guardrail, String pointer, String code) {
        String yaml = MINIMAL + "  guardrails:\n    - " + guardrail + "\n";

        assertThat(violations(yaml)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.code()).isEqualTo(code);
        });
    }

    @Test
    void readsLooks() {
        ExperimentSpec spec = spec(SpecFile.example("looks.yaml"));

        assertThat(spec.criteria().looks()).isEqualTo(2);
        assertThat(spec.criteria().sequential()).isTrue();
        assertThat(spec.criteria().spending()).isEqualTo(Criteria.Spending.OBRIEN_FLEMING);
        assertThat(spec.criteria().futility()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "looks: 2  | timing: {duration: 10m}                      | ''",
                "looks: 9  | timing: {duration: 10m}                      | ''",
                "looks: 10 | timing: {duration: 10m}                      | write at most 9 or a timing.maximumDuration longer than 10m",
                "looks: 11 | timing: {duration: 20m}                      | has 10 windows and a look follows a window; write at most 10",
                "looks: 2  | timing: {duration: 96s}                      | the first would see 24 steps, and fewer than 48 prove nothing; write at most 1",
                "looks: 2  | timing: {duration: 96s, maximumDuration: 4m} | ''",
                "looks: 20 | timing: {duration: 10m, maximumDuration: 1h} | ''",
            })
    void takesAsManyLooksAsFitIntoTheMeasurement(String looks, String timing, String message) {
        List<Violation> found = violations(MINIMAL + "  " + looks + "\n" + timing + "\n");

        assertThat(found).hasSize(message.isEmpty() ? 0 : 1).allSatisfy(violation -> {
            assertThat(violation.pointer()).isEqualTo("/criteria/looks");
            assertThat(violation.code()).isEqualTo("too_many_looks");
            assertThat(violation.message())
                    .startsWith(looks.split(" +")[1] + " looks")
                    .contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "futility: 0.1                      | /criteria/futility | a run with one look cannot end before it",
                "{looks: 2, futility: 0.6}          | /criteria/futility | 0.5",
                "{looks: 2, spending: all}          | /criteria/spending | obrien_fleming, pocock",
            })
    void checksHowLooksSpend(String fields, String pointer, String message) {
        String block = fields.replaceAll("[{}]", "").replace(", ", "\n  ");

        assertThat(violations(MINIMAL + "  " + block + "\n")).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.message()).contains(message);
        });
    }

    @Test
    void refusesAMetricTwice() {
        String yaml = MINIMAL + "    - {metric: active_series, minimumSaving: 0.1}\n";

        assertThat(violations(yaml)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/criteria/goals/1/metric");
            assertThat(violation.code()).isEqualTo("duplicate");
        });
    }

    @Test
    void needsExactlyOneInputAndOneKindOfCandidates() {
        String both = MINIMAL.replace("simulation: {interval: 1s}", "{simulation: {}, host: {}}");
        String none = MINIMAL.replace("candidate: {template: process-priority-filter-v1}", "{}");

        assertThat(violations(both))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/input", "exactly_one"));
        assertThat(violations(none))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/variants", "exactly_one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"baseline", "source", "standing", "load"})
    void keepsReservedNamesFromCandidates(String name) {
        String yaml = MINIMAL.replace(
                "candidate: {template: process-priority-filter-v1}",
                "candidates: {" + name + ": {template: process-baseline-v1}}");

        assertThat(violations(yaml)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("/variants/candidates/" + name);
            assertThat(violation.code()).isEqualTo("reserved");
        });
    }

    @Test
    void leavesRegularExpressionsToTheCollectorButLimitsTheirLength() {
        String lookahead = MINIMAL.replace(
                "process-priority-filter-v1}",
                "process-priority-filter-v1, parameters: {criticalPathPattern: '(?=x)\\1'}}");
        String tooLong = MINIMAL.replace(
                "process-priority-filter-v1}",
                "process-priority-filter-v1, parameters: {highNamePattern: '" + "a".repeat(513) + "'}}");

        assertThat(violations(lookahead)).isEmpty();
        assertThat(violations(tooLong))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.pointer()).isEqualTo("/variants/candidate/parameters/highNamePattern"));
    }

    @Test
    void pricesTheMinimumSavingOnlyByAChosenBook() {
        String saving = "  minimumMonthlySaving: {amount: 100, currency: USD, book: grafana-cloud}\n";

        assertThat(violations(MINIMAL + saving)).isEmpty();
        assertThat(violations(MINIMAL + saving + "pricing: {books: []}\n"))
                .singleElement()
                .satisfies(
                        violation -> assertThat(violation.pointer()).isEqualTo("/criteria/minimumMonthlySaving/book"));
    }

    @Test
    void asksForTheMinimumSavingInTheCurrencyOfItsBook() {
        ExperimentSpecReader known = new ExperimentSpecReader(PipelineCatalog.shipped(), Set.of("grafana-cloud"));
        ExperimentSpecReader reader = known.withCurrencies(Map.of("grafana-cloud", "USD"));
        String euros = "  minimumMonthlySaving: {amount: 100, currency: EUR, book: grafana-cloud}\n";

        assertThat(reader.read(tree(MINIMAL + euros.replace("EUR", "USD")))).isInstanceOf(Validation.Valid.class);
        assertThat(reader.read(tree(MINIMAL + euros)))
                .isEqualTo(new Validation.Invalid<>(List.of(new Violation(
                        "/criteria/minimumMonthlySaving/currency",
                        "other_currency",
                        "'grafana-cloud' prices in USD, so write the amount in USD instead of EUR"))));
        assertThat(known.withCurrencies(Map.of("grafana-cloud", "EUR")).read(tree(MINIMAL + euros)))
                .isInstanceOf(Validation.Valid.class);
    }
}
