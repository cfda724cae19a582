package io.phoenix.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.phoenix.client.FieldError;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The only place that knows which HTTP status an {@link ErrorCode} has and how a problem looks. */
public final class Problems {
    static final String INTERNAL = "something went wrong inside the server; its log has the trace id";

    private static final MediaType PROBLEM = new MediaType("application/problem+json");

    private Problems() {}

    public static HttpStatus status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case DENIED -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT,
                    NOT_AWAITING_APPROVAL,
                    ALREADY_DECIDED,
                    TARGET_BUSY,
                    SUPERSEDED,
                    FOREIGN_OBJECT,
                    UNREADABLE -> HttpStatus.CONFLICT;
            case INVALID_SPEC, INVALID_PIPELINE, IDEMPOTENCY_KEY_REUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case QUOTA_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
            case NOT_READY, CLEANUP_BLOCKED, UPSTREAM_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case DEPLOYMENT_FAILED, LOAD_FAILED, NO_INPUT, UPSTREAM_REJECTED -> HttpStatus.BAD_GATEWAY;
            case TOOL_UNAVAILABLE, PORT_TAKEN, INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    public static MutableHttpResponse<?> of(HttpRequest<?> request, PhoenixException failure) {
        List<FieldError> errors =
                failure instanceof InvalidInputException invalid ? errors(invalid.violations()) : List.of();
        String detail = errors.size() > 1 ? errors.size() + " mistakes, see errors" : describe(failure);
        return answer(request, status(failure.code()), failure.code().code(), detail, errors);
    }

    public static MutableHttpResponse<?> of(HttpRequest<?> request, HttpStatus status, String code, String detail) {
        return answer(request, status, code, detail, List.of());
    }

    public static List<FieldError> errors(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new FieldError(violation.pointer(), violation.code(), violation.message()))
                .toList();
    }

    // Addresses and statements of the parts behind the server are for its log alone.
    private static String describe(PhoenixException failure) {
        return switch (failure.code()) {
            case UPSTREAM_UNAVAILABLE ->
                "a part that this needs cannot be reached now; the server's log has the trace id";
            case INTERNAL -> INTERNAL;
            default ->
                Objects.requireNonNullElse(failure.getMessage(), failure.code().code());
        };
    }

    private static MutableHttpResponse<?> answer(
            HttpRequest<?> request, HttpStatus status, String code, String detail, List<FieldError> errors) {
        ProblemResponse problem = new ProblemResponse(
                "urn:phoenix:problem:" + code,
                title(code),
                status.getCode(),
                detail,
                request.getPath(),
                code,
                errors,
                RequestTrace.id(request));
        MutableHttpResponse<?> response =
                HttpResponse.status(status).contentType(PROBLEM).body(Json.write(problem));
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", "5");
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response;
    }

    private static String title(String code) {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
