package io.phoenix.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.domain.experiment.Input;
import io.phoenix.error.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PipelineRendererTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PipelineRenderer renderer = new PipelineRenderer(PipelineCatalog.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"process-baseline-v1", "process-priority-filter-v1"})
    void rendersTheShippedTemplates(String template) {
        assertThat(renderer.render(new PipelineRef(template, Map.of()), SECOND).yaml())
                .isEqualTo(Golden.text(template));
    }

    @Test
    void rendersNamesAndExpressionsThatNeedEscaping() {
        PipelineRef ref = new PipelineRef(
                "process-priority-filter-v1",
                Map.of(
                        "criticalNames",
                        List.of("g++", "a\"b\\c", "${env:HOME}", "tab'x", "名前"),
                        "highNames",
                        List.of("$x", "[kworker]"),
                        "criticalPathPattern",
                        "^/opt/\"x\"\\d+\n$",
                        "highNamePattern",
                        "(?i)^py.*$"));

        assertThat(renderer.render(ref, Duration.ofMillis(200), 512).yaml())
                .isEqualTo(Golden.text("process-priority-filter-v1-escapes"));
    }

    /** SHA-256 by coreutils' sha256sum over the golden file with {@code value: ''} in place of the hash. */
    @ParameterizedTest
    @CsvSource({
        "process-baseline-v1, 3c355f320922797f84cae3c175a61e243ec8cbb20860f7112d463acfa91ffccf",
        "process-priority-filter-v1, e5a0ddb9f801565d0c709fffe694a83c03b3d8f7a480e1db94fc4cea377a5c84",
    })
    void hashesTheTextWithAnEmptyHash(String template, String sum) {
        assertThat(renderer.render(new PipelineRef(template, Map.of()), SECOND).hash())
                .isEqualTo(new ConfigHash("sha256:" + sum));
    }

    @Test
    void rendersEqualReferencesEqually() {
        PipelineRef left = new PipelineRef("process-priority-filter-v1", Map.of("highNames", List.of("java")));
        PipelineRef right = new PipelineRef("process-priority-filter-v1", Map.of("highNames", List.of("java")));

        assertThat(renderer.render(left, SECOND)).isEqualTo(renderer.render(right, SECOND));
        assertThat(renderer.render(left, SECOND).hash())
                .isNotEqualTo(renderer.render(left, SECOND.multipliedBy(2)).hash());
    }

    @Test
    void putsTheMemoryLimiterFirst() {
        assertThat(processors("process-baseline-v1"))
                .containsExactly("memory_limiter", "transform/labels", "transform/strip");
        assertThat(processors("process-priority-filter-v1"))
                .containsExactly(
                        "memory_limiter", "transform/priority", "filter/low", "transform/labels", "transform/strip");
    }

    @ParameterizedTest
    @CsvSource({"PT0.2S, PT0.5S", "PT1S, PT2.5S", "PT5S, PT12.5S", "PT5M, PT12M30S"})
    void keepsDeadSeriesForTwoAndAHalfIntervals(Duration interval, Duration expected) {
        assertThat(PipelineRenderer.metricExpiration(interval)).isEqualTo(expected);
    }

    /** The real collector held 103,617 series in 680 MB, and refused points at 400 MiB. */
    @Test
    void givesTheCollectorMemoryForEverySeries() {
        Input demo = new Input(new Input.Simulation("realistic", 3, 100, SECOND, 42), null);
        Input large = new Input(new Input.Simulation("realistic", 10, 864, SECOND, 42), null);

        assertThat(PipelineRenderer.memoryLimitMebibytes(demo)).isEqualTo(400);
        assertThat(PipelineRenderer.memoryLimitMebibytes(large)).isBetween(680, 1000);
        assertThat(PipelineRenderer.memoryLimitMebibytes(new Input(null, new Input.Host(SECOND))))
                .isEqualTo(400);
    }

    @Test
    void dropsEverythingWhenNothingIsNamed() {
        PipelineRef nothing = new PipelineRef(
                "process-priority-filter-v1", Map.of("criticalNames", List.of(), "highNames", List.of()));

        assertThat(renderer.render(nothing, SECOND).yaml())
                .contains("filter/low")
                .doesNotContain("transform/priority");
    }

    @Test
    void leavesExpressionsOfAnotherDialectToTheCollector() {
        PipelineRef lookahead =
                new PipelineRef("process-priority-filter-v1", Map.of("criticalPathPattern", "^(?=x)(a)\\1$"));

        assertThat(renderer.render(lookahead, SECOND).yaml())
                .contains("IsMatch(resource.attributes[\"process.executable.path\"], \"^(?=x)(a)\\\\1$$\")");
    }

    @Test
    void refusesUnknownTemplatesAndParameters() {
        assertThatThrownBy(() -> renderer.render(new PipelineRef("process-baseline-v2", Map.of()), SECOND))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/template: 'process-baseline-v2'")
                .hasMessageContaining("did you mean 'process-baseline-v1'?");
        assertThatThrownBy(() -> renderer.render(new PipelineRef("process-baseline-v1", Map.of("k", 20)), SECOND))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("/parameters/k");
    }

    @SuppressWarnings("unchecked")
    private List<String> processors(String template) {
        String yaml =
                renderer.render(new PipelineRef(template, Map.of()), SECOND).yaml();
        Map<String, Map<String, Map<String, Map<String, Object>>>> config = (Map<
                        String, Map<String, Map<String, Map<String, Object>>>>)
                new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return (List<String>)
                config.get("service").get("pipelines").get("metrics").get("processors");
    }
}
