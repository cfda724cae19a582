package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.phoenix.api.problem.Problems;
import io.phoenix.client.FieldError;
import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.TransientException;
import io.phoenix.error.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
    private static final HttpRequest<?> REQUEST = HttpRequest.GET("/api/v1/experiments?limit=1");

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void givesEveryCodeAStatusOfItsKind(ErrorCode code) {
        assertThat(Problems.status(code).getCode()).isBetween(400, 599);
        if (code.retryable()) {
            assertThat(Problems.status(code).getCode()).isEqualTo(503);
        }
    }

    @Test
    void carriesEveryMistake() {
        HttpResponse<?> response = Problems.of(
                REQUEST,
                new InvalidInputException(
                        ErrorCode.INVALID_SPEC,
                        List.of(new Violation("/name", "required", "a"), new Violation("/target", "required", "b"))));

        ProblemResponse problem = Json.read(response.body().toString(), ProblemResponse.class);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.type()).isEqualTo("urn:phoenix:problem:invalid_spec");
        assertThat(problem.title()).isEqualTo("Invalid spec");
        assertThat(problem.instance()).isEqualTo("/api/v1/experiments");
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("/name", "/target");
    }

    @Test
    void callsABugNoOutage() {
        HttpResponse<?> response =
                Problems.of(REQUEST, new FinalException(ErrorCode.INTERNAL, "stored document is not a Command"));

        ProblemResponse problem = Json.read(response.body().toString(), ProblemResponse.class);
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).startsWith("something went wrong inside the server");
    }

    @Test
    void saysWhenToComeBack() {
        HttpResponse<?> response =
                Problems.of(REQUEST, new TransientException(ErrorCode.UPSTREAM_UNAVAILABLE, "the database is away"));

        assertThat(response.code()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isEqualTo("5");
        assertThat(response.body().toString()).doesNotContain("database");
    }
}
