package io.phoenix.error;

import org.jspecify.annotations.Nullable;

/** A failure that may pass: the caller's retry policy tries again. */
public final class TransientException extends PhoenixException {
    private static final long serialVersionUID = 1L;

    public TransientException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public TransientException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        if (!code.retryable()) {
            throw new IllegalArgumentException("code " + code.code() + " is final: throw a FinalException");
        }
    }
}
