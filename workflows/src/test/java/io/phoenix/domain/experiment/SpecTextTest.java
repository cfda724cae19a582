package io.phoenix.domain.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecTextTest {
    @Test
    void readsYamlAndJsonAlike() {
        Map<String, Object> yaml = SpecText.parse("a: {b: [1, 2.5, x, true]}").orThrow(ErrorCode.INVALID_SPEC);
        Map<String, Object> json =
                SpecText.parse("{\"a\": {\"b\": [1, 2.5, \"x\", true]}}").orThrow(ErrorCode.INVALID_SPEC);

        assertThat(yaml).isEqualTo(json).isEqualTo(Map.of("a", Map.of("b", List.of(1, 2.5, "x", true))));
    }

    @Test
    void readsFamiliarWordsAsTexts() {
        assertThat(SpecText.parse("a: no\nb: on\nc: 2024-01-01").orThrow(ErrorCode.INVALID_SPEC))
                .isEqualTo(Map.of("a", "no", "b", "on", "c", "2024-01-01"));
    }

    @Test
    void namesLineAndColumnOfASyntaxError() {
        assertThat(message("name: a\ntarget: [b\n")).startsWith("line 3, column 1: ");
    }

    @Test
    void refusesADuplicateKey() {
        assertThat(message("name: a\nname: b\n")).contains("duplicate key name").contains("line 2, column 1");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(message("a: 1\n---\nb: 2\n")).contains("one document").startsWith("line 2");
    }

    @Test
    void refusesAliasBombs() {
        String bomb = "a: &a [x, x]\nb: [" + "*a, ".repeat(20) + "*a]\n";

        assertThat(message(bomb)).contains("more than 20 aliases");
    }

    @Test
    void refusesDeepNestingWithoutExhaustingTheStack() {
        assertThat(message("a: " + "[".repeat(200_000))).contains("nested deeper than 30 levels");
    }

    @Test
    void refusesAnAnchorInsideItself() {
        assertThat(message("a: &a [*a]")).isNotEmpty();
    }

    @Test
    void refusesUnknownTags() {
        assertThat(message("a: !!java.net.URL [http://example.org]")).contains("line 1");
    }

    @Test
    void refusesTextsThatAreTooLongOrNoObject() {
        assertThat(message("a: " + "x".repeat(1 << 20))).contains("1 MiB");
        assertThat(message("")).contains("no object");
        assertThat(message("- a")).contains("no object");
    }

    private static String message(String text) {
        return switch (SpecText.parse(text)) {
            case Validation.Valid<Map<String, Object>> valid -> throw new AssertionError(valid);
            case Validation.Invalid<Map<String, Object>>(List<Violation> violations) ->
                violations.getFirst().message();
        };
    }
}
