package io.phoenix.error;

import java.util.List;

/** The outcome of reading an input: the value, or every mistake found in it. */
public sealed interface Validation<T> {
    record Valid<T>(T value) implements Validation<T> {}

    record Invalid<T>(List<Violation> violations) implements Validation<T> {
        public Invalid {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("violations is empty: an invalid input has at least one");
            }
        }
    }

    /** The value, or a {@link PhoenixException} with {@code code} that carries every violation. */
    default T orThrow(ErrorCode code) {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(List<Violation> violations) -> throw new InvalidInputException(code, violations);
        };
    }
}
