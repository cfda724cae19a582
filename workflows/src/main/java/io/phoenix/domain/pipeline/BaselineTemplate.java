package io.phoenix.domain.pipeline;

import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Shape;
import java.util.Map;

/** Every process with every metric. */
final class BaselineTemplate implements TemplateRendering {
    private static final PipelineTemplate TEMPLATE = new PipelineTemplate(
            "process-baseline-v1",
            "Keeps every metric of every process. Labels are process_pid, process_executable_name and host_name;"
                    + " other resource attributes (command line, owner, parent) are not exported.",
            Shape.Composite.of(),
            new PipelineTemplate.ReductionRange(0, 0),
            "0 by definition. 2 hosts of 300 processes, 141903 points in: 141903 kept.");

    @Override
    public PipelineTemplate template() {
        return TEMPLATE;
    }

    @Override
    public Map<String, Object> processors(Part parameters) {
        return Map.of();
    }
}
