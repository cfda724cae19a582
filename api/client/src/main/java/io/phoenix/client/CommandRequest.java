package io.phoenix.client;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a running experiment, beside the verb in the path.
 *
 * @param reason for the history, in the words of the one who asks
 * @param duration only for extend: time added to the measurement, for example {@code 5m}
 */
public record CommandRequest(
        @Nullable String reason, @Nullable String duration) {}
