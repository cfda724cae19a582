package io.phoenix.domain.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/** Regular expressions in the collector's dialect (RE2). */
final class RegularExpression {
    private static final String SPECIAL = "\\.+*?()|[]{}^$";

    private RegularExpression() {}

    /** Matches exactly these texts. */
    static String anyOf(List<String> texts) {
        return "^" + alternatives(texts) + "$";
    }

    /** Matches paths whose last element is one of these texts. */
    static String anyLastElement(List<String> texts) {
        return "(?:^|/)" + alternatives(texts) + "$";
    }

    private static String alternatives(List<String> texts) {
        return texts.stream().map(RegularExpression::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The expression for a text as it stands; {@code Pattern.quote} would write \Q..\E, which a text can break out of. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder();
        text.chars().forEach(character -> {
            if (SPECIAL.indexOf(character) >= 0) {
                quoted.append('\\');
            }
            quoted.append((char) character);
        });
        return quoted.toString();
    }
}
