package io.phoenix.api.problem;

import io.micronaut.http.HttpStatus;

/** A request that HTTP itself refuses, before Phoenix has looked at what it asks. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    public RequestException(HttpStatus status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public static RequestException badRequest(String code, String detail) {
        return new RequestException(HttpStatus.BAD_REQUEST, code, detail);
    }

    /** A decision against what was asked, with the code of the one who decided. */
    public static RequestException refused(String code, String detail) {
        return new RequestException(HttpStatus.CONFLICT, code, detail);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }
}
