package io.phoenix.domain.measurement;

import java.util.Objects;

/**
 * What the metrics store was asked.
 *
 * @param subject name of a metric, or of its part that the answer gives, such as {@code active_series by host}
 * @param expression in the query language of the store, for all variants at once
 */
public record AskedQuery(String subject, String expression) {
    public AskedQuery {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(expression, "expression");
    }
}
