package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which experiments a list shows.
 *
 * @param phases empty: all
 * @param name null: all
 * @param labels each {@code key:value}; all must match
 * @param limit 1 to 200
 * @param cursor where the page before ended, null for the first
 */
public record ExperimentFilter(
        List<String> phases,
        @Nullable String name,
        List<String> labels,
        int limit,
        @Nullable String cursor) {
    public ExperimentFilter {
        phases = List.copyOf(phases);
        labels = List.copyOf(labels);
    }

    /** The newest experiments, whatever they are called. */
    public static ExperimentFilter newest(int limit) {
        return new ExperimentFilter(List.of(), null, List.of(), limit, null);
    }

    /** The newest runs of one name. */
    public static ExperimentFilter named(String name, int limit) {
        return new ExperimentFilter(List.of(), name, List.of(), limit, null);
    }

    public ExperimentFilter after(@Nullable String next) {
        return new ExperimentFilter(phases, name, labels, limit, next);
    }

    String query() {
        StringBuilder query = new StringBuilder("?limit=").append(limit);
        phases.forEach(phase -> query.append("&phase=").append(Paths.segment(phase)));
        labels.forEach(label -> query.append("&label=").append(Paths.segment(label)));
        if (name != null) {
            query.append("&name=").append(Paths.segment(name));
        }
        if (cursor != null) {
            query.append("&cursor=").append(Paths.segment(cursor));
        }
        return query.toString();
    }
}
