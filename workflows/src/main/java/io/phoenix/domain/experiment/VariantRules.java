package io.phoenix.domain.experiment;

import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Templates exist, their parameters fit, and candidates have names of their own. */
final class VariantRules {
    /** Names that label, environment variables and directories use beside the candidates'. */
    private static final Set<String> RESERVED = Set.of(Variants.BASELINE, "source", "standing", "load");

    private final PipelineCatalog catalog;
    private final Part variants;

    VariantRules(PipelineCatalog catalog, Part root) {
        this.catalog = catalog;
        this.variants = root.partOrEmpty("variants");
    }

    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(pipeline(variants.part("baseline")));
        violations.addAll(pipeline(variants.part("candidate")));
        Part candidates = variants.partOrEmpty("candidates");
        candidates.values().forEach((name, pipeline) -> {
            violations.addAll(pipeline((Part) pipeline));
            if (RESERVED.contains(name)) {
                violations.add(new Violation(
                        candidates.at(name).text(), "reserved", "'" + name + "' is reserved, choose another name"));
            }
        });
        return violations;
    }

    private List<Violation> pipeline(@Nullable Part pipeline) {
        if (pipeline == null || !pipeline.has("template") || !pipeline.has("parameters")) {
            return List.of();
        }
        return switch (catalog.parameters(ref(pipeline), pipeline.pointer())) {
            case Validation.Valid<Part> valid -> List.of();
            case Validation.Invalid<Part>(List<Violation> violations) -> violations;
        };
    }

    /** The reference as it is written. */
    static PipelineRef ref(Part pipeline) {
        return new PipelineRef(pipeline.certain("template", String.class), pipeline.object("parameters"));
    }

    /** The reference with its parameters in their declared types. */
    static PipelineRef ref(PipelineCatalog catalog, Part pipeline) {
        PipelineRef written = ref(pipeline);
        Part read = ((Validation.Valid<Part>) catalog.parameters(written, Pointer.ROOT)).value();
        Map<String, Object> parameters = catalog.given(written, read);
        return new PipelineRef(written.template(), parameters);
    }
}
