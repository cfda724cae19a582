package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentCursorTest {
    @Test
    void comesBackAsItWas() {
        ExperimentCursor cursor = new ExperimentCursor(Instant.parse("2026-11-20T10:00:00.123456Z"), UUID.randomUUID());

        assertThat(ExperimentCursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no bar",
                "yesterday|c0ffee00-0000-7000-8000-000000000001",
                "2026-11-20T10:00:00Z|7",
                "+999999999-12-31T23:59:59Z|c0ffee00-0000-7000-8000-000000000001",
                "-0001-12-31T23:59:59Z|c0ffee00-0000-7000-8000-000000000001"
            })
    void refusesWhatNoListHasAnswered(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ExperimentCursor.decode(cursor))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                .satisfies(e -> assertThat(e.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/cursor"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ExperimentCursor.decode("%%%"));
    }
}
