package io.phoenix.activity.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A plan as rows of path and value. */
final class PlanRows {
    private PlanRows() {}

    static Section.Grid of(Map<String, Object> plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("field", "value"));
        plan.forEach((name, value) -> add(rows, name, value));
        return new Section.Grid(rows);
    }

    private static void add(List<List<String>> rows, String path, Object value) {
        switch (value) {
            case Map<?, ?> map
            when holdsLists(map) -> map.forEach((name, inner) -> add(rows, path + "." + name, inner));
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Map ->
                list.forEach(item -> rows.add(List.of(path, text(item))));
            default -> rows.add(List.of(path, text(value)));
        }
    }

    private static boolean holdsLists(Map<?, ?> map) {
        return map.values().stream().anyMatch(List.class::isInstance);
    }

    private static String text(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                String.join(
                        ", ",
                        map.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .toList());
            case List<?> list ->
                list.isEmpty()
                        ? Figures.NONE
                        : String.join(", ", list.stream().map(String::valueOf).toList());
            default -> String.valueOf(value);
        };
    }
}
