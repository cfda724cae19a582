package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/** A parameter of a pipeline template; without a {@code defaultValue} an optional one has no value. */
public record ParameterResponse(
        String name,
        String type,
        boolean required,
        String description,
        @Nullable Object defaultValue) {}
