package io.phoenix.activity.pipeline.local;

import java.util.List;
import java.util.regex.Pattern;

/** The collector's own sentence out of what its program printed. */
final class ValidatorMessage {
    private static final Pattern WRAPPING = Pattern.compile(
            "failed to get config: |cannot unmarshal the configuration: |decoding failed due to the following error\\(s\\):");
    private static final Pattern TIMESTAMPED = Pattern.compile("^\\d{4}[-/]\\d{2}[-/]\\d{2}[T ].*");
    private static final String ERROR = "Error: ";

    private ValidatorMessage() {}

    static String clean(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !TIMESTAMPED.matcher(line).matches())
                .toList();
        String joined = String.join(" ", lines);
        int error = joined.indexOf(ERROR);
        String sentence = error < 0 ? joined : joined.substring(error + ERROR.length());
        String plain = WRAPPING.matcher(sentence).replaceAll("").strip();
        return plain.isEmpty() ? "the collector refused the configuration without a message" : plain;
    }
}
