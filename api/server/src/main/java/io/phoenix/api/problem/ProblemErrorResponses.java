package io.phoenix.api.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** What the framework itself refuses (unknown routes, wrong methods and types, bad values) as problems. */
@Primary
@Singleton
public final class ProblemErrorResponses implements ErrorResponseProcessor<Object> {
    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpStatus status = status(response.status(), context);
        MutableHttpResponse<?> problem =
                Problems.of(context.getRequest(), status, code(status), detail(status, context));
        response.getHeaders().forEachValue((name, value) -> {
            if (!problem.getHeaders().contains(name)) {
                problem.header(name, value);
            }
        });
        // What is too large is not read to its end, so the connection cannot be used again; a client must know.
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE || status == HttpStatus.REQUEST_URI_TOO_LONG) {
            problem.getHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        @SuppressWarnings("unchecked")
        MutableHttpResponse<Object> answer = (MutableHttpResponse<Object>) problem;
        return answer;
    }

    // The framework calls everything too large a body; an address that is too long has no headers behind it yet.
    private static HttpStatus status(HttpStatus given, ErrorContext context) {
        return given == HttpStatus.REQUEST_ENTITY_TOO_LARGE
                        && context.getRequest().getHeaders().names().isEmpty()
                ? HttpStatus.REQUEST_URI_TOO_LONG
                : given;
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid_request";
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "denied";
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case NOT_ACCEPTABLE -> "not_acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
            case REQUEST_ENTITY_TOO_LARGE -> "body_too_large";
            case REQUEST_URI_TOO_LONG -> "address_too_long";
            default -> status.getCode() >= 500 ? "internal" : "invalid_request";
        };
    }

    private static String detail(HttpStatus status, ErrorContext context) {
        if (status.getCode() >= 500) {
            return Problems.INTERNAL;
        }
        return switch (status) {
            case NOT_FOUND -> "there is nothing under this address";
            case REQUEST_ENTITY_TOO_LARGE -> "the body is larger than 1 MiB";
            case REQUEST_URI_TOO_LONG -> "the address is longer than 8 KiB";
            default -> {
                String text = messages(context);
                yield text.isEmpty() ? status.getReason() : text;
            }
        };
    }

    private static String messages(ErrorContext context) {
        return context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining("; "));
    }
}
