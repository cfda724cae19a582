package io.phoenix.domain.shape;

import io.phoenix.error.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a document against a shape and collects every mistake instead of stopping at the first. Not thread-safe. */
public final class ShapeReader {
    private static final int UNKNOWN_FIELDS_REPORTED = 20;

    private final Mistakes mistakes = new Mistakes();
    private final ScalarReader scalars = new ScalarReader(mistakes);

    /** Everything found so far, in the order of the document's shape. */
    public List<Violation> violations() {
        return mistakes.violations();
    }

    /** The object with what is valid in it; empty when {@code value} is no object at all. */
    public Optional<Part> read(Shape.Composite shape, @Nullable Object value, Pointer pointer) {
        return Optional.ofNullable(composite(shape, value, pointer));
    }

    private @Nullable Object value(Shape shape, @Nullable Object value, Pointer pointer) {
        return switch (shape) {
            case Shape.Text text -> scalars.text(text, value, pointer);
            case Shape.OneOf oneOf -> scalars.oneOf(oneOf, value, pointer);
            case Shape.Whole whole -> scalars.whole(whole, value, pointer);
            case Shape.Real real -> scalars.real(real, value, pointer);
            case Shape.Amount amount -> scalars.amount(value, pointer);
            case Shape.Span span -> scalars.span(span, value, pointer);
            case Shape.Flag flag ->
                value instanceof Boolean ? value : mistakes.wrongType(pointer, value, "true or false");
            case Shape.Listing listing -> listing(listing, value, pointer);
            case Shape.Mapping mapping -> mapping(mapping, value, pointer);
            case Shape.AnyObject any -> value instanceof Map ? value : mistakes.wrongType(pointer, value, "an object");
            case Shape.Composite composite -> composite(composite, value, pointer);
        };
    }

    private @Nullable Part composite(Shape.Composite shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof Map<?, ?> given)) {
            mistakes.wrongType(pointer, value, "an object with " + names(shape));
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            Object read = field(field, given.get(field.name()), pointer.child(field.name()));
            if (read != null) {
                values.put(field.name(), read);
            }
        }
        refuseUnknown(shape, given, pointer);
        requireExactlyOne(shape.exactlyOne(), given, pointer);
        return new Part(pointer, values);
    }

    private @Nullable Object field(Field field, @Nullable Object given, Pointer pointer) {
        Object effective = given == null ? field.defaultValue() : given;
        if (effective != null) {
            return value(field.shape(), effective, pointer);
        }
        if (field.required()) {
            mistakes.refuse(pointer, "missing", "'" + field.name() + "' is missing: " + field.description());
        }
        return null;
    }

    private void refuseUnknown(Shape.Composite shape, Map<?, ?> given, Pointer pointer) {
        List<String> known = shape.fields().stream().map(Field::name).toList();
        String all = known.isEmpty() ? "there are none here" : "known are " + String.join(", ", known);
        given.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .limit(UNKNOWN_FIELDS_REPORTED)
                .forEach(name -> {
                    String hint = NearestName.of(name, known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(all);
                    mistakes.refuse(
                            pointer.child(name),
                            "unknown_field",
                            "'" + Mistakes.shortened(name) + "' is not a known field, " + hint);
                });
    }

    private void requireExactlyOne(List<String> names, Map<?, ?> given, Pointer pointer) {
        if (names.isEmpty()) {
            return;
        }
        List<String> present =
                names.stream().filter(name -> given.get(name) != null).toList();
        String all = String.join(", ", names);
        if (present.isEmpty()) {
            mistakes.refuse(pointer, "exactly_one", "exactly one of " + all + " is needed, none is given");
        } else if (present.size() > 1) {
            mistakes.refuse(pointer, "exactly_one", "exactly one of " + all + " is allowed, given are " + present);
        }
    }

    private Part.@Nullable Items listing(Shape.Listing shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof List<?> given)) {
            return mistakes.wrongType(pointer, value, "a list");
        }
        if (outOfSize(given.size(), shape.minimumSize(), shape.maximumSize(), "items", pointer)) {
            return null;
        }
        Map<Integer, Object> items = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Object item = value(shape.item(), given.get(i), pointer.child(i));
            if (item != null) {
                items.put(i, item);
            }
        }
        return new Part.Items(items);
    }

    private @Nullable Part mapping(Shape.Mapping shape, @Nullable Object value, Pointer pointer) {
        if (!(value instanceof Map<?, ?> given)) {
            return mistakes.wrongType(pointer, value, "an object");
        }
        if (outOfSize(given.size(), shape.minimumSize(), shape.maximumSize(), "entries", pointer)) {
            return null;
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        given.forEach((key, entry) -> {
            Pointer at = pointer.child(String.valueOf(key));
            String name = scalars.text(shape.key(), key, at);
            Object read = value(shape.value(), entry, at);
            if (name != null && read != null) {
                entries.put(name, read);
            }
        });
        return new Part(pointer, entries);
    }

    private boolean outOfSize(int size, int minimum, int maximum, String noun, Pointer pointer) {
        if (size >= minimum && size <= maximum) {
            return false;
        }
        mistakes.refuse(pointer, "size", "it has " + size + " " + noun + ", expected " + minimum + " to " + maximum);
        return true;
    }

    private static String names(Shape.Composite shape) {
        List<String> names = shape.fields().stream().map(Field::name).toList();
        return names.isEmpty() ? "no fields" : "the fields " + String.join(", ", names);
    }
}
