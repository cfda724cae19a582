package io.phoenix.domain.pipeline;

import java.util.Locale;

/** Pieces of the OpenTelemetry Transformation Language. */
final class Ottl {
    private Ottl() {}

    /** A string literal for any text: the grammar is that of an interpreted Go string. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                literal.append('\\').append((char) character);
            } else if (character < 0x20 || character == 0x7f) {
                literal.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                literal.append((char) character);
            }
        });
        return literal.append('"').toString();
    }

    static String resource(String attribute) {
        return "resource.attributes[" + literal(attribute) + "]";
    }

    static String isMatch(String attribute, String regularExpression) {
        return "IsMatch(" + resource(attribute) + ", " + literal(regularExpression) + ")";
    }
}
