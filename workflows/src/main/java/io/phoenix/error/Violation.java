package io.phoenix.error;

import java.util.Objects;

/**
 * One mistake in an input.
 *
 * @param pointer RFC 6901 JSON pointer to the field, empty for the whole document
 * @param code stable name of the broken rule, for example {@code minimum} or {@code unknown_field}
 * @param message one sentence that names the value and the fix
 */
public record Violation(String pointer, String code, String message) {
    public Violation {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
