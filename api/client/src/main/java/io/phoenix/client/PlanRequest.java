package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * A run that is thought of, and what to plan it by.
 *
 * @param spec a specification, or step, memory and criteria alone as in a plan file: an object, or its text in YAML or JSON
 * @param experiment id of the run to plan by; with neither it nor {@code pilot}, earlier runs of the same pipelines on the same
 *     input: of the same name, else on the same target
 * @param pilot series as {@code phoenix analyze} reads them, instead of an experiment
 * @param expectedSaving of every goal, in [0, 1); null: as in the pilot
 */
public record PlanRequest(
        Object spec,
        @Nullable String experiment,
        @Nullable String pilot,
        @Nullable Double expectedSaving) {}
