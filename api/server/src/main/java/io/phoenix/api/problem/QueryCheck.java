package io.phoenix.api.problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Refuses query parameters that would do nothing: unknown, empty or repeated ones; and the NUL that no text has. */
@ServerFilter("/api/**")
public final class QueryCheck implements Ordered {
    private static final String NUL = "the address contains %00, a character that no name or value has";

    /** After the key was looked at. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    @RequestFilter
    public void check(HttpRequest<?> request) {
        refuse(request.getParameters().names().stream()
                .filter(name ->
                        request.getParameters().getAll(name).stream().anyMatch(value -> value.indexOf('\0') >= 0))
                .map(name -> new Violation("/" + name, "syntax", NUL))
                .toList());
        if (request.getPath().indexOf('\0') >= 0 || request.getUri().toString().contains("%00")) {
            throw RequestException.badRequest("invalid_request", NUL);
        }
        RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(MethodBasedRouteMatch.class::cast)
                .ifPresent(route -> check(request, parameters(route)));
    }

    /** The parameters of a call, and whether each may be given more than once. */
    private static Map<String, Boolean> parameters(MethodBasedRouteMatch<?, ?> route) {
        Map<String, Boolean> parameters = new TreeMap<>();
        for (Argument<?> argument : route.getArguments()) {
            if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
                String name = argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .orElse(argument.getName());
                parameters.put(name, Iterable.class.isAssignableFrom(argument.getType()));
            }
        }
        return parameters;
    }

    private static void check(HttpRequest<?> request, Map<String, Boolean> parameters) {
        List<Violation> wrong = new ArrayList<>();
        for (String name : request.getParameters().names()) {
            List<String> values = request.getParameters().getAll(name);
            Boolean repeatable = parameters.get(name);
            if (repeatable == null) {
                wrong.add(unknown(name, parameters.keySet()));
            } else if (values.stream().anyMatch(String::isBlank)) {
                wrong.add(new Violation(
                        "/" + name, "required", name + " is empty: give it a value, or leave it out altogether"));
            } else if (values.size() > 1 && !repeatable) {
                wrong.add(new Violation(
                        "/" + name, "repeated", name + " is given " + values.size() + " times, expected once"));
            }
        }
        refuse(wrong);
    }

    private static Violation unknown(String name, Set<String> known) {
        String expected = known.isEmpty() ? "this call takes none" : "expected one of " + known;
        return new Violation(
                "/" + name, "unknown_parameter", "there is no query parameter '" + name + "': " + expected);
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(ErrorCode.INVALID_REQUEST, violations);
        }
    }
}
