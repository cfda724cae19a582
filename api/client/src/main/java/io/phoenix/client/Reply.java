package io.phoenix.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer of the server as it came. */
public record Reply(int status, Map<String, List<String>> headers, String body) {
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** This answer, or a {@link ProblemException} for an answer that is not a success. */
    Reply orThrow() {
        if (successful()) {
            return this;
        }
        throw new ProblemException(problem());
    }

    private ProblemResponse problem() {
        if (header("Content-Type").orElse("").startsWith("application/problem+json")) {
            return Json.read(body, ProblemResponse.class);
        }
        return new ProblemResponse(
                "about:blank",
                "Unexpected answer",
                status,
                "the server answered " + status + " without saying why; is it a Phoenix server?",
                null,
                "unexpected_answer",
                List.of(),
                null);
    }
}
