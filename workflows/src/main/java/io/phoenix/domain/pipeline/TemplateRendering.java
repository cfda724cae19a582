package io.phoenix.domain.pipeline;

import io.phoenix.domain.shape.Part;
import java.util.Map;

/** A template and the processors that are its own. */
interface TemplateRendering {
    PipelineTemplate template();

    /** Configurations by component id, in the order in which data pass through them. */
    Map<String, Object> processors(Part parameters);
}
