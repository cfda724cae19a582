package io.phoenix.error;

import java.util.List;
import java.util.stream.Collectors;

/** An input with mistakes; carries every one of them. */
public final class InvalidInputException extends PhoenixException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidInputException(ErrorCode code, List<Violation> violations) {
        super(code, describe(violations), null);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String describe(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer().isEmpty()
                        ? violation.message()
                        : violation.pointer() + ": " + violation.message())
                .collect(Collectors.joining("; "));
    }
}
