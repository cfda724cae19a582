package io.phoenix.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A failure with a stable {@link ErrorCode} and one sentence that names the resource and the way out. */
public abstract sealed class PhoenixException extends RuntimeException
        permits FinalException, InvalidInputException, TransientException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    PhoenixException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
