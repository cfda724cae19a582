package io.phoenix.domain.experiment;

import java.util.Objects;
import java.util.UUID;

/** The identity of one run of an experiment, a time-ordered UUID (RFC 9562, version 7). */
public record ExperimentId(UUID value) {
    public ExperimentId {
        Objects.requireNonNull(value, "value");
    }

    public static ExperimentId of(String text) {
        return new ExperimentId(UUID.fromString(text));
    }

    /** Last twelve hexadecimal digits: the random part of a time-ordered UUID, fit for names of objects. */
    public String tail() {
        String text = value.toString();
        return text.substring(text.length() - 12);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
