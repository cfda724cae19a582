package io.phoenix.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;

/** Where a text stops to be JSON and what is expected there, in words that do not depend on who reads it. */
public final class JsonFault {
    private static final String VALUE =
            "expected a value: an object, a list, a text in double quotes, a number, true, false or null";

    private static final List<Words> WORDS = List.of(
            new Words("close marker for Object", "expected }"),
            new Words("close marker for Array", "expected ]"),
            new Words("close marker for Root", "expected an object"),
            new Words("No content", "expected an object"),
            new Words("closing quote", "expected a closing double quote"),
            new Words("in VALUE_STRING", "expected a closing double quote"),
            new Words("in field name", "expected a closing double quote"),
            new Words("close marker '}': expected ']'", "expected ] before this }"),
            new Words("close marker ']': expected '}'", "expected } before this ]"),
            new Words("double-quote to start field name", "expected a field name in double quotes, or }"),
            new Words("colon to separate", "expected a colon after the name of a field"),
            new Words("comma to separate Object", "expected a comma or }"),
            new Words("comma to separate Array", "expected a comma or ]"),
            new Words("Duplicate field", "this field stands here a second time, expected it once"),
            new Words("Trailing token", "expected the end of the text after the first value"),
            new Words("Illegal unquoted character", "a control character in a text, expected it escaped, such as \\n"),
            new Words("character escape", "expected one of \" \\ / b f n r t u after a backslash"),
            new Words("UTF-8", "expected text in UTF-8"),
            new Words("nesting depth", "nested deeper than anything that is asked for here"),
            new Words("exceeds the maximum", "longer than anything that is asked for here"),
            new Words("umeric value", "expected a number such as 12, -0.5 or 1e3"),
            new Words("number", "expected a number such as 12, -0.5 or 1e3"),
            new Words("xpect", VALUE),
            new Words("Unrecognized token", VALUE));

    private JsonFault() {}

    /** A sentence that begins with line and column, where they are known. */
    public static String of(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        boolean known = at != null && at.getLineNr() > 0;
        String place = known ? "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " : "";
        return place
                + (failure instanceof JsonEOFException ? "the text ends here, " : "")
                + expected(failure.getOriginalMessage());
    }

    private static String expected(String message) {
        return WORDS.stream()
                .filter(words -> message.contains(words.found()))
                .map(Words::said)
                .findFirst()
                .orElse("this is not JSON");
    }

    /** @param found in the message of the parser */
    private record Words(String found, String said) {}
}
