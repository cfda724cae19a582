package io.phoenix.api.problem;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.util.List;

/** One value of a request that is refused: a field of its body or a parameter of its query, named in the answer. */
public final class InvalidValue {
    private InvalidValue() {}

    /**
     * @param name of the parameter, or of the field with a slash between its parts
     * @param code stable name of the broken rule
     * @param message names the value and the fix
     */
    public static InvalidInputException of(String name, String code, String message) {
        return new InvalidInputException(ErrorCode.INVALID_REQUEST, List.of(new Violation("/" + name, code, message)));
    }
}
