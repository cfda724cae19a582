package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request failed, as RFC 9457 {@code application/problem+json}.
 *
 * @param type address of the explanation of {@code code}
 * @param instance the path that was asked
 * @param code stable name of the failure
 * @param errors every mistake of an input, empty for other failures
 * @param traceId names the request in the server's log
 */
public record ProblemResponse(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        List<FieldError> errors,
        @Nullable String traceId) {
    public ProblemResponse {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
