package io.phoenix.error;

import org.jspecify.annotations.Nullable;

/** A failure that the same call would meet again. */
public final class FinalException extends PhoenixException {
    private static final long serialVersionUID = 1L;

    public FinalException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public FinalException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        if (code.retryable()) {
            throw new IllegalArgumentException("code " + code.code() + " is retryable: throw a TransientException");
        }
    }
}
