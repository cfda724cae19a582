package io.phoenix.activity.pipeline;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.pipeline.SourceRenderer;
import io.phoenix.domain.pipeline.ValidatableText;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.InvalidInputException;
import io.phoenix.workflow.experiment.PipelineActivities;
import io.phoenix.workflow.experiment.RenderRequest;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders, asks the collector, stores: nothing is stored unless everything was accepted. */
public final class PipelineActivitiesImpl implements PipelineActivities {
    private static final String SOURCE = "source";

    private final PipelineRenderer renderer;
    private final PipelineValidator validator;
    private final PipelineStore pipelines;

    public PipelineActivitiesImpl(PipelineRenderer renderer, PipelineValidator validator, PipelineStore pipelines) {
        this.renderer = renderer;
        this.validator = validator;
        this.pipelines = pipelines;
    }

    @Override
    public RenderedVariants renderPipelines(RenderRequest request) {
        SortedMap<String, RenderedPipeline> variants = variants(request);
        RenderedPipeline source = source(request);
        variants.forEach(this::requireAccepted);
        requireAccepted(SOURCE, source);

        SortedMap<String, ConfigHash> hashes = new TreeMap<>();
        variants.forEach((variant, pipeline) -> {
            pipelines.put(request.ref().tenant(), pipeline);
            hashes.put(variant, pipeline.hash());
        });
        pipelines.put(request.ref().tenant(), source);
        Map<String, ConfigHash> assigned = new TreeMap<>(hashes);
        assigned.put(SOURCE, source.hash());
        pipelines.assign(request.ref().tenant(), request.ref().experiment(), assigned);
        return new RenderedVariants(hashes, source.hash());
    }

    private SortedMap<String, RenderedPipeline> variants(RenderRequest request) {
        Duration interval = request.input().interval();
        SortedMap<String, RenderedPipeline> rendered = new TreeMap<>();
        request.variants().forEach((variant, ref) -> {
            try {
                rendered.put(variant, renderer.render(ref, interval));
            } catch (InvalidInputException e) {
                throw refused(variant, String.valueOf(e.getMessage()), e);
            }
        });
        return rendered;
    }

    private static RenderedPipeline source(RenderRequest request) {
        List<String> legs = new ArrayList<>(request.variants().keySet());
        legs.add(SourceRenderer.STANDING);
        return SourceRenderer.render(request.input(), legs);
    }

    private void requireAccepted(String variant, RenderedPipeline pipeline) {
        validator.refusal(ValidatableText.of(pipeline)).ifPresent(message -> {
            throw refused(variant, message, null);
        });
    }

    private static FinalException refused(String variant, String message, @Nullable Throwable cause) {
        return new FinalException(
                ErrorCode.INVALID_PIPELINE, "the collector refuses the pipeline of " + variant + ": " + message, cause);
    }
}
