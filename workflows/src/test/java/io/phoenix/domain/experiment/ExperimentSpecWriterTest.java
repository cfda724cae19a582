package io.phoenix.domain.experiment;

import static io.phoenix.domain.experiment.SpecFile.READER;
import static io.phoenix.domain.experiment.SpecFile.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.phoenix.error.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSpecWriterTest {
    private static final String EVERYTHING = """
            name: everything
            description: every field
            labels: {b: "2", a: "1"}
            target: demo
            variants:
              baseline: {template: process-baseline-v1}
              candidates:
                z: {template: process-priority-filter-v1, parameters: {highNames: [java], criticalPathPattern: "^/opt/"}}
                a: {template: process-baseline-v1}
            input: {host: {interval: 2s}}
            timing: {warmUp: 10s, duration: 10m, memory: 1s, step: 4s, maximumDuration: 1h30m}
            criteria:
              confidence: 0.9
              goals: [{metric: active_series, minimumSaving: 0.1}, {metric: samples_per_second, minimumSaving: 0}]
              guardrails:
                - {metric: staleness_seconds, maximum: 2.5}
                - {metric: collector_memory, maximumIncrease: 0.5}
                - {metric: collector_memory, maximumValue: 200000000}
              criticalProcesses: [b, a]
              looks: 3
              spending: pocock
              futility: 0.2
              minimumMonthlySaving: {amount: 99.50, currency: EUR, book: grafana-cloud}
            decision:
              promotion: never
              approval: {deadline: 2h, onTimeout: approve, fourEyes: true, engineSignals: false}
              watch: 0s
            """;

    @ParameterizedTest
    @ValueSource(strings = {SpecFile.MINIMAL, EVERYTHING})
    void writesWhatTheReaderReadsBackEqual(String yaml) {
        ExperimentSpec spec = spec(yaml);

        assertThat(READER.read(ExperimentSpecWriter.tree(spec)).orThrow(ErrorCode.INVALID_SPEC))
                .isEqualTo(spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {SpecFile.MINIMAL, EVERYTHING})
    @SuppressWarnings("unchecked")
    void survivesJson(String yaml) throws Exception {
        ExperimentSpec spec = spec(yaml);
        ObjectMapper mapper = new ObjectMapper();

        Map<String, Object> tree =
                mapper.readValue(mapper.writeValueAsString(ExperimentSpecWriter.tree(spec)), Map.class);

        assertThat(READER.read(tree).orThrow(ErrorCode.INVALID_SPEC)).isEqualTo(spec);
    }

    @Test
    void writesTheFieldsInTheOrderOfTheShape() throws Exception {
        String json = new ObjectMapper().writeValueAsString(ExperimentSpecWriter.tree(spec(EVERYTHING)));

        assertThat(json)
                .startsWith(
                        "{\"name\":\"everything\",\"description\":\"every field\",\"labels\":{\"a\":\"1\",\"b\":\"2\"},"
                                + "\"target\":\"demo\",\"variants\":{\"baseline\":")
                .contains("\"timing\":{\"warmUp\":\"10s\",\"duration\":\"10m\",\"memory\":\"1s\",\"step\":\"4s\","
                        + "\"maximumDuration\":\"1h30m\"}")
                .contains("\"promotion\":\"never\"", "\"amount\":99.5")
                .endsWith("\"pricing\":{\"books\":[\"grafana-cloud\"]}}");
    }
}
