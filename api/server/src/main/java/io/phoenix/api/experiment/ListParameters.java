package io.phoenix.api.experiment;

import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of experiments, read with every mistake in them. */
final class ListParameters {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final List<Violation> violations = new ArrayList<>();

    static ExperimentQuery read(
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable List<String> phases,
            @Nullable String name,
            @Nullable List<String> labels) {
        ListParameters parameters = new ListParameters();
        int size = parameters.limit(limit);
        Set<Phase> wanted = parameters.phases(phases == null ? List.of() : phases);
        Map<String, String> equal = parameters.labels(labels == null ? List.of() : labels);
        if (!parameters.violations.isEmpty()) {
            throw new InvalidInputException(ErrorCode.INVALID_REQUEST, parameters.violations);
        }
        return new ExperimentQuery(wanted, name, equal, size, cursor);
    }

    private int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > LARGEST_LIMIT) {
            violations.add(
                    new Violation("/limit", "range", "limit is " + limit + ", allowed are 1 to " + LARGEST_LIMIT));
        }
        return limit;
    }

    private Set<Phase> phases(List<String> names) {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (String name : names) {
            Optional<Phase> phase = Arrays.stream(Phase.values())
                    .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
            phase.ifPresentOrElse(
                    phases::add,
                    () -> violations.add(new Violation(
                            "/phase",
                            "unknown_value",
                            "'" + name + "' is not a phase, expected one of " + Arrays.toString(Phase.values()))));
        }
        return phases;
    }

    private Map<String, String> labels(List<String> texts) {
        Map<String, String> labels = new TreeMap<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                violations.add(new Violation("/label", "syntax", "'" + text + "' is not a label, expected key:value"));
            } else {
                labels.put(text.substring(0, colon), text.substring(colon + 1));
            }
        }
        return labels;
    }
}
