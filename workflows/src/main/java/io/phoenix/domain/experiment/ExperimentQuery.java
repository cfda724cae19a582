package io.phoenix.domain.experiment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which experiments a list shows, newest first.
 *
 * @param phases empty: all
 * @param labels all of them must be equal
 * @param limit 1 to 200
 * @param cursor where the page before ended, null for the first
 */
public record ExperimentQuery(
        Set<Phase> phases,
        @Nullable String name,
        Map<String, String> labels,
        int limit,
        @Nullable String cursor) {
    public ExperimentQuery {
        phases = Set.copyOf(phases);
        labels = Map.copyOf(labels);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("limit is " + limit + ", allowed are 1 to 200");
        }
    }
}
