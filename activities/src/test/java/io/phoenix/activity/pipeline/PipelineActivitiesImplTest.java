package io.phoenix.activity.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.local.MemoryPipelineStore;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.workflow.experiment.RenderRequest;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineActivitiesImplTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(UUID.randomUUID()), "web", 1);

    private final MemoryPipelineStore store = new MemoryPipelineStore();

    @Test
    void storesEveryVariantAndTheSourceByHash() {
        RenderedVariants rendered =
                activities(yaml -> Optional.empty()).renderPipelines(request("process-baseline-v1"));

        assertThat(rendered.variants()).containsOnlyKeys("baseline", "candidate");
        assertThat(store.find(TenantId.DEFAULT, rendered.source()))
                .hasValueSatisfying(source -> assertThat(source.yaml())
                        .contains(
                                "PHOENIX_LEG_BASELINE_PORT",
                                "PHOENIX_LEG_CANDIDATE_PORT",
                                "PHOENIX_LEG_STANDING_PORT"));
        assertThat(store.assigned(TenantId.DEFAULT, REF.experiment()))
                .containsOnlyKeys("baseline", "candidate", "source")
                .containsEntry("source", rendered.source());
    }

    @Test
    void rendersTheSameAgain() {
        PipelineActivitiesImpl activities = activities(yaml -> Optional.empty());

        assertThat(activities.renderPipelines(request("process-baseline-v1")))
                .isEqualTo(activities.renderPipelines(request("process-baseline-v1")));
    }

    @Test
    void storesNothingWhenTheCollectorRefusesOne() {
        assertThatThrownBy(() -> activities(yaml -> Optional.of("no such thing"))
                        .renderPipelines(request("process-baseline-v1")))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PIPELINE))
                .hasMessageContaining("no such thing");
        assertThat(store.size()).isZero();
    }

    @Test
    void namesTheVariantWhoseTemplateIsUnknown() {
        assertThatThrownBy(() -> activities(yaml -> Optional.empty()).renderPipelines(request("nosuch-v1")))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PIPELINE))
                .hasMessageContaining("candidate")
                .hasMessageContaining("nosuch-v1");
    }

    private PipelineActivitiesImpl activities(PipelineValidator validator) {
        return new PipelineActivitiesImpl(new PipelineRenderer(PipelineCatalog.shipped()), validator, store);
    }

    private static RenderRequest request(String candidate) {
        Input input = new Input(new Input.Simulation("realistic", 1, 10, Duration.ofSeconds(1), 1), null);
        return new RenderRequest(
                REF,
                new TreeMap<>(Map.of(
                        "baseline", new PipelineRef("process-baseline-v1", Map.of()),
                        "candidate", new PipelineRef(candidate, Map.of()))),
                input);
    }
}
