package io.phoenix.domain.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema (draft 2020-12) of a shape, as a tree of plain JSON values in a stable order. */
public final class JsonSchema {
    private JsonSchema() {}

    /** The schema of one shape, without {@code $schema} and {@code $id}. */
    public static Map<String, Object> of(Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case Shape.Text text -> text(text, schema);
            case Shape.OneOf(String noun, List<String> names) -> {
                schema.put("type", "string");
                schema.put("enum", names);
            }
            case Shape.Whole(long minimum, long maximum) -> {
                schema.put("type", "integer");
                schema.put("minimum", minimum);
                schema.put("maximum", maximum);
            }
            case Shape.Real(Shape.Limit minimum, Shape.Limit maximum) -> {
                schema.put("type", "number");
                schema.put(minimum.inclusive() ? "minimum" : "exclusiveMinimum", decimal(minimum.value()));
                schema.put(maximum.inclusive() ? "maximum" : "exclusiveMaximum", decimal(maximum.value()));
            }
            case Shape.Amount amount -> {
                schema.put("type", "number");
                schema.put("minimum", 0);
                schema.put("maximum", Shape.Amount.MAXIMUM);
            }
            case Shape.Span span -> span(span, schema);
            case Shape.Flag flag -> schema.put("type", "boolean");
            case Shape.Listing(Shape item, int minimumSize, int maximumSize) -> {
                schema.put("type", "array");
                schema.put("items", of(item));
                schema.put("minItems", minimumSize);
                schema.put("maxItems", maximumSize);
            }
            case Shape.Mapping(Shape.Text key, Shape value, int minimumSize, int maximumSize) -> {
                schema.put("type", "object");
                schema.put("propertyNames", of(key));
                schema.put("additionalProperties", of(value));
                schema.put("minProperties", minimumSize);
                schema.put("maxProperties", maximumSize);
            }
            case Shape.AnyObject any -> schema.put("type", "object");
            case Shape.Composite composite -> composite(composite, schema);
        }
        return schema;
    }

    private static void text(Shape.Text text, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("minLength", 1);
        schema.put("maxLength", text.maximumLength());
        if (text.pattern() != null) {
            schema.put("pattern", "^(?:" + text.pattern().pattern() + ")$");
        }
    }

    private static void span(Shape.Span span, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("pattern", DurationText.PATTERN);
        schema.put(
                "$comment",
                "from " + DurationText.format(span.minimum()) + " to " + DurationText.format(span.maximum()));
    }

    private static void composite(Shape.Composite composite, Map<String, Object> schema) {
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Field field : composite.fields()) {
            properties.put(field.name(), property(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        if (!composite.exactlyOne().isEmpty()) {
            schema.put(
                    "oneOf",
                    composite.exactlyOne().stream()
                            .map(name -> Map.of("required", List.of(name)))
                            .toList());
        }
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", field.description());
        property.putAll(of(field.shape()));
        if (field.defaultValue() != null) {
            property.put("default", field.defaultValue());
        }
        return property;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }
}
