package io.phoenix.api.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.phoenix.api.problem.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms in which something is answered, by the parameter {@code format} or else by the header Accept; the first is usual. */
public record Formats(List<Format> offered) {
    /** One form, with the name that the parameter has for it. */
    public record Format(String name, MediaType type) {}

    public Formats {
        offered = List.copyOf(offered);
    }

    public static Formats of(Format... offered) {
        return new Formats(List.of(offered));
    }

    /** The name of the form that is asked for. */
    public String wanted(HttpRequest<?> request, @Nullable String asked) {
        return asked == null ? accepted(request) : named(asked);
    }

    private String named(String asked) {
        List<String> names = new ArrayList<>(offered.stream().map(Format::name).toList());
        if (!names.contains(asked)) {
            String last = names.removeLast();
            throw InvalidValue.of(
                    "format",
                    "unknown_value",
                    "format is '" + asked + "', expected " + String.join(", ", names) + " or " + last);
        }
        return asked;
    }

    private String accepted(HttpRequest<?> request) {
        return request.getHeaders().accept().stream()
                .findFirst()
                .flatMap(type -> offered.stream()
                        .filter(format -> format.type().getName().equals(type.getName()))
                        .findFirst())
                .orElse(offered.getFirst())
                .name();
    }
}
