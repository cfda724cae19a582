package io.phoenix.activity.analysis.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two trees of plain JSON values differ; a field that is null and one that is left out are the same. */
public final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** One line each, with the path and both values. */
    public static List<String> between(@Nullable Object stored, @Nullable Object computed) {
        Differences differences = new Differences();
        differences.compare("", stored, computed);
        return List.copyOf(differences.found);
    }

    private void compare(String path, @Nullable Object stored, @Nullable Object computed) {
        if (stored instanceof Map<?, ?> left && computed instanceof Map<?, ?> right) {
            TreeSet<String> names = new TreeSet<>();
            left.keySet().forEach(name -> names.add(String.valueOf(name)));
            right.keySet().forEach(name -> names.add(String.valueOf(name)));
            names.forEach(name -> compare(path.isEmpty() ? name : path + "." + name, left.get(name), right.get(name)));
        } else if (stored instanceof List<?> left && computed instanceof List<?> right && left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i));
            }
        } else if (!same(stored, computed)) {
            found.add(path + ": the report says " + text(stored) + ", computed is " + text(computed));
        }
    }

    private static boolean same(@Nullable Object stored, @Nullable Object computed) {
        return stored instanceof Number left && computed instanceof Number right
                ? Double.compare(left.doubleValue(), right.doubleValue()) == 0
                : Objects.equals(stored, computed);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case List<?> list -> "a list of " + list.size();
            case Map<?, ?> map -> "an object";
            default -> value.toString();
        };
    }
}
