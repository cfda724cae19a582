package io.phoenix.domain.pipeline;

import io.phoenix.domain.shape.NearestName;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.domain.shape.ShapeReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates that a spec may name. Immutable. */
public final class PipelineCatalog {
    private final List<TemplateRendering> renderings;

    PipelineCatalog(List<TemplateRendering> renderings) {
        this.renderings = List.copyOf(renderings);
    }

    /** The templates that come with Phoenix, in the order in which they are listed. */
    public static PipelineCatalog shipped() {
        return new PipelineCatalog(List.of(new BaselineTemplate(), new PriorityFilterTemplate()));
    }

    public List<PipelineTemplate> templates() {
        return renderings.stream().map(TemplateRendering::template).toList();
    }

    public Optional<PipelineTemplate> find(String name) {
        return rendering(name).map(TemplateRendering::template);
    }

    Optional<TemplateRendering> rendering(String name) {
        return renderings.stream()
                .filter(rendering -> rendering.template().name().equals(name))
                .findFirst();
    }

    /** The parameters with defaults filled in, or every mistake in the reference; pointers start at {@code at}. */
    public Validation<Part> parameters(PipelineRef ref, Pointer at) {
        PipelineTemplate template = find(ref.template()).orElse(null);
        if (template == null) {
            return new Validation.Invalid<>(List.of(unknown(ref.template(), at)));
        }
        ShapeReader reader = new ShapeReader();
        Optional<Part> part = reader.read(template.parameters(), ref.parameters(), at.child("parameters"));
        List<Violation> violations = reader.violations();
        return part.isPresent() && violations.isEmpty()
                ? new Validation.Valid<>(part.get())
                : new Validation.Invalid<>(violations);
    }

    /** The parameters that are given, as plain JSON values of the declared types, without defaults. */
    public Map<String, Object> given(PipelineRef ref, Part read) {
        Map<String, Object> plain = read.plain();
        plain.keySet().retainAll(ref.parameters().keySet());
        return plain;
    }

    private Violation unknown(String name, Pointer at) {
        List<String> names = templates().stream().map(PipelineTemplate::name).toList();
        String hint = NearestName.of(name, names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known are " + String.join(", ", names));
        return new Violation(
                at.child("template").text(), "unknown_template", "'" + name + "' is not a known template, " + hint);
    }
}
