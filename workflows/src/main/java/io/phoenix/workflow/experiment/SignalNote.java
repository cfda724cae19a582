package io.phoenix.workflow.experiment;

import org.jspecify.annotations.Nullable;

/** What a person may add to a signal, for example {@code {"by": "bob", "reason": "looks right"}}; unverified. */
public record SignalNote(@Nullable String by, @Nullable String reason) {}
