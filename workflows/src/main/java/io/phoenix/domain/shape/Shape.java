package io.phoenix.domain.shape;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one value of a document may be. Every numeric limit is inclusive unless it says otherwise. */
public sealed interface Shape {
    /**
     * A text of 1 to {@code maximumLength} characters.
     *
     * @param noun what it is, with the rule in words, for messages; for example {@code "a lower-case DNS label"}
     * @param pattern matches the whole text; null: anything
     */
    record Text(String noun, @Nullable Pattern pattern, int maximumLength) implements Shape {
        /** RFC 1123. */
        public static final Text DNS_LABEL = new Text(
                "a DNS label (lower-case letters, digits and '-', not at the ends)",
                Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
                63);

        /** As the attribute {@code process.executable.name} holds it. */
        public static final Text EXECUTABLE_NAME = new Text(
                "the name of an executable without a path", Pattern.compile("[^/\\u0000-\\u001f\\u007f]+"), 255);
    }

    /** One of a closed set of texts. */
    record OneOf(String noun, List<String> names) implements Shape {
        public OneOf {
            names = List.copyOf(names);
        }
    }

    /** A whole number. */
    record Whole(long minimum, long maximum) implements Shape {}

    /** A finite binary number. */
    record Real(Limit minimum, Limit maximum) implements Shape {}

    /** An exact decimal number that is not negative. */
    record Amount() implements Shape {
        /** Tiers and allotments of a month's bytes reach above a million million. */
        public static final long MAXIMUM = 1_000_000_000_000_000_000L;
    }

    /** A duration in the syntax of {@link DurationText}. */
    record Span(Duration minimum, Duration maximum) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A list. */
    record Listing(Shape item, int minimumSize, int maximumSize) implements Shape {}

    /** An object whose keys are free. */
    record Mapping(Text key, Shape value, int minimumSize, int maximumSize) implements Shape {}

    /** An object of any JSON values, judged by somebody else. */
    record AnyObject() implements Shape {}

    /**
     * An object of named fields.
     *
     * @param exactlyOne names of optional fields of which exactly one is given; empty: no such rule
     */
    record Composite(List<Field> fields, List<String> exactlyOne) implements Shape {
        public Composite {
            fields = List.copyOf(fields);
            exactlyOne = List.copyOf(exactlyOne);
        }

        public static Composite of(Field... fields) {
            return new Composite(List.of(fields), List.of());
        }

        public Composite exactlyOneOf(String... names) {
            return new Composite(fields, List.of(names));
        }
    }

    /** A bound of a number. */
    record Limit(double value, boolean inclusive) {
        public static Limit inclusive(double value) {
            return new Limit(value, true);
        }

        public static Limit exclusive(double value) {
            return new Limit(value, false);
        }
    }
}
