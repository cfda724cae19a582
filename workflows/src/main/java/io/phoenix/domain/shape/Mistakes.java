package io.phoenix.domain.shape;

import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found wrong so far. */
final class Mistakes {
    private final List<Violation> violations = new ArrayList<>();

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    <T> @Nullable T wrongType(Pointer pointer, @Nullable Object value, String expected) {
        String given = switch (value) {
            case null -> "empty";
            case String text -> "the text '" + shortened(text) + "'";
            case Boolean flag -> "the value " + flag;
            case Number number -> "the number " + number;
            case List<?> list -> "a list";
            case Map<?, ?> map -> "an object";
            default -> "of an unknown kind";
        };
        return refuse(pointer, "type", "it is " + given + ", expected " + expected);
    }

    <T> @Nullable T refuse(Pointer pointer, String code, String message) {
        violations.add(new Violation(pointer.text(), code, message));
        return null;
    }
}
