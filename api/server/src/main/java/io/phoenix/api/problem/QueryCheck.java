package io.phoenix.api.problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Refuses query parameters that a call does not have, which would do nothing, and the NUL that no text has. */
@ServerFilter("/api/**")
public final class QueryCheck implements Ordered {
    /** After the key was looked at. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    @RequestFilter
    public void check(HttpRequest<?> request) {
        if (request.getPath().indexOf('\0') >= 0 || request.getUri().toString().contains("%00")) {
            throw RequestException.badRequest(
                    "invalid_request", "the address contains %00, a character that no name or value has");
        }
        RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(MethodBasedRouteMatch.class::cast)
                .ifPresent(route -> requireKnown(request, known(route)));
    }

    private static List<String> known(MethodBasedRouteMatch<?, ?> route) {
        return Arrays.stream(route.getArguments())
                .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
                .map(argument -> argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .orElse(argument.getName()))
                .sorted()
                .toList();
    }

    private static void requireKnown(HttpRequest<?> request, List<String> known) {
        List<Violation> unknown = new ArrayList<>();
        for (String name : request.getParameters().names()) {
            if (!known.contains(name)) {
                String expected = known.isEmpty() ? "this call takes none" : "expected one of " + known;
                unknown.add(new Violation(
                        "/" + name, "unknown_parameter", "there is no query parameter '" + name + "': " + expected));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(ErrorCode.INVALID_REQUEST, unknown);
        }
    }
}
