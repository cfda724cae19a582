package io.phoenix.api.problem;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.JsonExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.Violation;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for what controllers throw; whatever is not ours is logged once and told without its inside. */
@Factory
public final class FailureHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(FailureHandlers.class);

    @Singleton
    ExceptionHandler<PhoenixException, HttpResponse<?>> phoenix() {
        return (request, failure) -> {
            if (Problems.status(failure.code()).getCode() >= 500 || failure.code() == ErrorCode.UNREADABLE) {
                LOG.warn(
                        "{} {} failed, trace {}",
                        request.getMethod(),
                        request.getPath(),
                        RequestTrace.id(request),
                        failure);
            }
            return Problems.of(request, failure);
        };
    }

    @Singleton
    ExceptionHandler<RequestException, HttpResponse<?>> refused() {
        return (request, failure) ->
                Problems.of(request, failure.status(), failure.code(), String.valueOf(failure.getMessage()));
    }

    @Singleton
    @Replaces(ConversionErrorHandler.class)
    ExceptionHandler<ConversionErrorException, HttpResponse<?>> unreadable() {
        return (request, failure) -> Problems.of(request, invalid(WrongValues.violation(failure)));
    }

    @Singleton
    @Replaces(JsonExceptionHandler.class)
    ExceptionHandler<JsonSyntaxException, HttpResponse<?>> noJson() {
        return (request, failure) -> Problems.of(request, invalid(WrongValues.noJson(failure)));
    }

    @Singleton
    @Replaces(UnsatisfiedRouteHandler.class)
    ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> missing() {
        return (request, failure) -> Problems.of(request, invalid(WrongValues.missing(failure)));
    }

    private static InvalidInputException invalid(Violation violation) {
        return new InvalidInputException(ErrorCode.INVALID_REQUEST, List.of(violation));
    }

    @Singleton
    ExceptionHandler<RuntimeException, HttpResponse<?>> unexpected() {
        return (request, failure) -> {
            LOG.error(
                    "{} {} failed, trace {}",
                    request.getMethod(),
                    request.getPath(),
                    RequestTrace.id(request),
                    failure);
            return Problems.of(request, HttpStatus.INTERNAL_SERVER_ERROR, "internal", Problems.INTERNAL);
        };
    }
}
