package io.phoenix.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a version; a missing one counts as 0.
 *
 * @param numbers from the most significant one
 */
record Version(List<Integer> numbers) implements Comparable<Version> {
    private static final Pattern DOTTED = Pattern.compile("\\d{1,9}(\\.\\d{1,9})+");

    Version {
        numbers = List.copyOf(numbers);
    }

    /** The first dotted number of the text; empty when it has none. */
    static Optional<Version> in(String text) {
        Matcher dotted = DOTTED.matcher(text);
        return dotted.find()
                ? Optional.of(new Version(Arrays.stream(dotted.group().split("\\."))
                        .map(Integer::valueOf)
                        .toList()))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException when it is no version */
    static Version of(String text) {
        return in(text).orElseThrow(() -> new IllegalArgumentException(text + " is no version"));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    // 1.8 and 1.8.0 are one version.
    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        int last = numbers.size();
        while (last > 0 && numbers.get(last - 1) == 0) {
            last--;
        }
        return numbers.subList(0, last).hashCode();
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
