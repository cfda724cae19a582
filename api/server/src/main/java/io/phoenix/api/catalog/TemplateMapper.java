package io.phoenix.api.catalog;

import io.phoenix.client.ParameterResponse;
import io.phoenix.client.TemplateResponse;
import io.phoenix.domain.pipeline.PipelineTemplate;
import io.phoenix.domain.shape.Field;
import io.phoenix.domain.shape.Shape;

/** Templates as the interface shows them. */
final class TemplateMapper {
    private TemplateMapper() {}

    static TemplateResponse of(PipelineTemplate template) {
        return new TemplateResponse(
                template.name(),
                template.description(),
                template.parameters().fields().stream()
                        .map(TemplateMapper::parameter)
                        .toList());
    }

    private static ParameterResponse parameter(Field field) {
        return new ParameterResponse(
                field.name(), type(field.shape()), field.required(), field.description(), field.defaultValue());
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> "string";
            case Shape.OneOf oneOf -> "one of " + String.join(", ", oneOf.names());
            case Shape.Whole whole -> "integer";
            case Shape.Real real -> "number";
            case Shape.Amount amount -> "decimal";
            case Shape.Span span -> "duration";
            case Shape.Flag flag -> "boolean";
            case Shape.Listing listing -> "list of " + type(listing.item());
            case Shape.Mapping mapping -> "map of " + type(mapping.value());
            case Shape.AnyObject any -> "object";
            case Shape.Composite composite -> "object";
        };
    }
}
