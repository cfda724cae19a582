package io.phoenix.domain.pipeline;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration as the validator may read it: no reference to the environment is left, and nothing that a provider
 * could resolve. The validator gets it as one argument, so its size is bounded.
 */
public final class ValidatableText {
    private static final int MAXIMUM_BYTES = 100_000;
    private static final int FIRST_PORT = 40_001;

    // An escaped dollar is consumed as a pair, so only a brace after an odd number of dollars is a reference.
    private static final Pattern DOLLAR =
            Pattern.compile("\\$\\$|\\$\\{env:(?<name>[A-Z0-9_]+)(?::-[^{}$]*)?}|(?<other>\\$\\{[^}]{0,60})");

    private ValidatableText() {}

    /**
     * The text with a value for each known reference; ports differ from one another.
     *
     * @throws InvalidInputException ({@code invalid_pipeline}) when the text is too large or holds any other reference
     */
    public static String of(RenderedPipeline pipeline) {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        Matcher matcher = DOLLAR.matcher(pipeline.yaml());
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(replacement(matcher, values)));
        }
        matcher.appendTail(text);
        int size = pipeline.yaml().getBytes(StandardCharsets.UTF_8).length;
        if (size > MAXIMUM_BYTES) {
            throw invalid("size", "the configuration has " + size + " bytes, expected at most " + MAXIMUM_BYTES);
        }
        return text.toString();
    }

    private static String replacement(Matcher matcher, Map<String, String> values) {
        String name = matcher.group("name");
        if (name != null && Environment.known(name)) {
            int index = values.size();
            return values.computeIfAbsent(
                    name, known -> Environment.port(known) ? String.valueOf(FIRST_PORT + index) : "phoenix");
        }
        if (name != null || matcher.group("other") != null) {
            throw invalid("reference", "'" + matcher.group() + "' refers to something outside the configuration");
        }
        return matcher.group();
    }

    private static InvalidInputException invalid(String code, String message) {
        return new InvalidInputException(ErrorCode.INVALID_PIPELINE, List.of(new Violation("", code, message)));
    }
}
