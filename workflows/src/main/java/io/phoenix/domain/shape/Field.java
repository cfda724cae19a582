package io.phoenix.domain.shape;

import org.jspecify.annotations.Nullable;

/**
 * A named part of a {@link Shape.Composite}.
 *
 * @param description one sentence for readers of the published schema
 * @param defaultValue value in the document's own form that stands in for a field left out; null: none
 */
public record Field(
        String name,
        Shape shape,
        String description,
        boolean required,
        @Nullable Object defaultValue) {
    public static Field required(String name, Shape shape, String description) {
        return new Field(name, shape, description, true, null);
    }

    /** A field that may be left out and then has no value. */
    public static Field optional(String name, Shape shape, String description) {
        return new Field(name, shape, description, false, null);
    }

    public static Field withDefault(String name, Shape shape, Object defaultValue, String description) {
        return new Field(name, shape, description, false, defaultValue);
    }
}
