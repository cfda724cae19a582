package io.phoenix.api.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.phoenix.domain.shape.NearestName;
import io.phoenix.error.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which value of a request is not of its type, without the words of the framework. */
final class WrongValues {
    private WrongValues() {}

    static Violation violation(ConversionErrorException failure) {
        return switch (failure.getConversionError().getCause()) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case JsonMappingException mapping -> inBody(mapping);
            case JsonProcessingException syntax -> syntax(syntax);
            default -> parameter(failure);
        };
    }

    static Violation noJson(JsonSyntaxException failure) {
        return failure.getCause() instanceof JsonProcessingException syntax
                ? syntax(syntax)
                : new Violation("", "syntax", "the body is not JSON");
    }

    static Violation missing(UnsatisfiedRouteException failure) {
        String name = failure.getArgument().getName();
        return failure instanceof UnsatisfiedBodyRouteException
                ? new Violation("", "required", "the body is missing: send what this call takes, see /docs")
                : new Violation("/" + name, "required", name + " is missing");
    }

    private static Violation syntax(JsonProcessingException failure) {
        return new Violation("", "syntax", "the body is not JSON: " + JsonFault.of(failure));
    }

    private static Violation unknown(UnrecognizedPropertyException failure) {
        List<String> known = failure.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
        String hint = NearestName.of(failure.getPropertyName(), known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known are " + String.join(", ", known));
        return new Violation(
                pointer(failure), "unknown_field", "'" + failure.getPropertyName() + "' is not a known field, " + hint);
    }

    private static String pointer(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static Violation inBody(JsonMappingException failure) {
        if (failure.getCause() instanceof JsonParseException syntax) {
            return syntax(syntax);
        }
        if (failure.getOriginalMessage().startsWith("Trailing token")) {
            return syntax(failure);
        }
        String pointer = pointer(failure);
        String what = pointer.isEmpty() ? "the body" : pointer.substring(1).replace('/', '.');
        return new Violation(
                pointer,
                "type",
                what + " is not of the type that is expected" + expected(failure)
                        + ": see the schema of this call in /docs");
    }

    private static @Nullable Class<?> type(JsonMappingException failure) {
        if (failure instanceof MismatchedInputException mismatched) {
            return mismatched.getTargetType();
        }
        return failure.getCause() instanceof InputCoercionException beyond ? beyond.getTargetType() : null;
    }

    private static String expected(JsonMappingException failure) {
        Class<?> type = type(failure);
        if (type == null) {
            return "";
        }
        if (type == String.class) {
            return ", a text";
        }
        if (type == Integer.class || type == int.class) {
            return ", a whole number up to " + Integer.MAX_VALUE;
        }
        if (type == Long.class || type == long.class) {
            return ", a whole number up to " + Long.MAX_VALUE;
        }
        if (Number.class.isAssignableFrom(type)) {
            return ", a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return ", a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? ", an object" : "";
    }

    private static Violation parameter(ConversionErrorException failure) {
        String name = failure.getArgument().getName();
        Object value = failure.getConversionError().getOriginalValue().orElse("");
        return new Violation(
                "/" + name,
                "type",
                name + " is '" + value + "', expected "
                        + expected(failure.getArgument().getWrapperType()));
    }

    private static String expected(Class<?> type) {
        if (Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return type == UUID.class ? "an id such as 018f0000-0000-7000-8000-0123456789ab" : "a value as in /docs";
    }
}
