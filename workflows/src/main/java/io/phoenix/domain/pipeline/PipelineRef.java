package io.phoenix.domain.pipeline;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A template of the catalogue with its parameters; equal references render to the same text.
 *
 * @param template name with version, for example {@code process-baseline-v1}
 * @param parameters values of JSON types, in the order of their names; defaults may be left out
 */
public record PipelineRef(String template, Map<String, Object> parameters) {
    public PipelineRef {
        Objects.requireNonNull(template, "template");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
