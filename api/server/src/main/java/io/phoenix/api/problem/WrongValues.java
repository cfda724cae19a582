package io.phoenix.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.json.JsonSyntaxException;
import io.phoenix.domain.shape.NearestName;
import io.phoenix.error.Violation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

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
        String pointer = pointer(failure);
        String what = pointer.isEmpty() ? "the body" : pointer.substring(1).replace('/', '.');
        return new Violation(
                pointer, "type", what + " is not of the type that is expected: see the schema of this call in /docs");
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
