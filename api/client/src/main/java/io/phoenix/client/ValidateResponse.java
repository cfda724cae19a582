package io.phoenix.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run found; nothing was stored.
 *
 * @param errors every mistake, empty when valid
 * @param spec with every default filled in; null when invalid
 */
public record ValidateResponse(
        boolean valid, List<FieldError> errors, @Nullable Map<String, Object> spec) {
    public ValidateResponse {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
