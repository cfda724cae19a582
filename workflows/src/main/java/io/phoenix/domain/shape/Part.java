package io.phoenix.domain.shape;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A read object: its valid fields in their Java types, defaults filled in; what was wrong or left out is absent.
 *
 * <p>Accessors trust the shape that the object was read by and throw {@link ClassCastException} for another type.
 */
public record Part(Pointer pointer, Map<String, Object> values) {
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Pointer at(String name) {
        return pointer.child(name);
    }

    public @Nullable String text(String name) {
        return (String) values.get(name);
    }

    public @Nullable Long whole(String name) {
        return (Long) values.get(name);
    }

    public @Nullable Double real(String name) {
        return (Double) values.get(name);
    }

    public @Nullable BigDecimal amount(String name) {
        return (BigDecimal) values.get(name);
    }

    public @Nullable Duration span(String name) {
        return (Duration) values.get(name);
    }

    public @Nullable Boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    public @Nullable Part part(String name) {
        return (Part) values.get(name);
    }

    /** The nested object, or one without any field when it is absent. */
    public Part partOrEmpty(String name) {
        Part part = part(name);
        return part == null ? new Part(at(name), Map.of()) : part;
    }

    /** Items by their index in the document; invalid ones are absent. */
    public Map<Integer, Object> items(String name) {
        Map<Integer, Object> items = new LinkedHashMap<>();
        if (values.get(name) instanceof Items(Map<Integer, Object> valid)) {
            items.putAll(valid);
        }
        return items;
    }

    public List<String> texts(String name) {
        return items(name).values().stream().map(String.class::cast).toList();
    }

    public List<Part> parts(String name) {
        return items(name).values().stream().map(Part.class::cast).toList();
    }

    /** The raw object of a field that takes any, without fields that have no value. */
    public Map<String, Object> object(String name) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (values.get(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> {
                if (value != null) {
                    object.put(String.valueOf(key), value);
                }
            });
        }
        return object;
    }

    /** A field that the shape requires, in an object that was read without any violation. */
    public <T> T certain(String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(name), name));
    }

    /** The object as plain JSON values: texts, numbers, booleans, lists and maps. */
    public Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Part part -> part.plain();
            case Items items -> items.valid().values().stream().map(Part::plain).toList();
            case Duration duration -> DurationText.format(duration);
            default -> value;
        };
    }

    /** A read list. */
    record Items(Map<Integer, Object> valid) {}
}
