package io.phoenix.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.domain.experiment.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceRendererTest {
    private static final Input SIMULATION =
            new Input(new Input.Simulation("realistic", 3, 100, Duration.ofSeconds(1), 42), null);
    private static final Input HOST = new Input(null, new Input.Host(Duration.ofSeconds(2)));

    @Test
    void rendersASourceForASimulation() {
        RenderedPipeline source = SourceRenderer.render(SIMULATION, List.of("baseline", "candidate", "standing"));

        assertThat(source.yaml()).isEqualTo(Golden.text("source-simulation"));
        assertThat(source.ref())
                .isEqualTo(new PipelineRef(
                        "phoenix-source-v1",
                        Map.of("input", "otlp", "legs", List.of("baseline", "candidate", "standing"))));
    }

    @Test
    void rendersASourceForAHost() {
        RenderedPipeline source = SourceRenderer.render(HOST, List.of("baseline", "a-1"));

        assertThat(source.yaml()).isEqualTo(Golden.text("source-host"));
        assertThat(source.ref().parameters()).containsEntry("interval", "2s");
    }

    @Test
    void keepsALegNamedLikeAnythingElseApart() {
        RenderedPipeline source = SourceRenderer.render(SIMULATION, List.of("in", "hand-over"));

        assertThat(source.yaml()).contains("metrics/in:", "metrics/hand-over:", "  metrics:\n");
    }

    @Test
    void refusesLegsThatAreMissingOrDoubled() {
        assertThatThrownBy(() -> SourceRenderer.render(HOST, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SourceRenderer.render(HOST, List.of("a", "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
