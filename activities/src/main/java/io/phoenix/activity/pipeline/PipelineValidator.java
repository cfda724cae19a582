package io.phoenix.activity.pipeline;

import java.util.Optional;

/** The exact collector's own judgement of a configuration. Thread-safe. */
public interface PipelineValidator {
    /**
     * What the collector says against the configuration, in its own words; empty when it accepts it.
     *
     * @param yaml refers to nothing outside: no {@code ${...}} of any kind
     * @throws io.phoenix.error.PhoenixException {@code tool_unavailable} when the collector cannot be asked
     */
    Optional<String> refusal(String yaml);
}
