package io.phoenix.api.security;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.phoenix.api.problem.Problems;
import jakarta.inject.Singleton;

/** 401 and 403, without telling which part of a key was wrong. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
public final class DeniedHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException failure) {
        return failure.isForbidden()
                ? Problems.of(request, HttpStatus.FORBIDDEN, "denied", "this key may not do that")
                : Problems.of(
                        request,
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "no key, or none that is known here: send a valid one as Authorization: Bearer phx_...");
    }
}
