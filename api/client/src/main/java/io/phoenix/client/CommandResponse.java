package io.phoenix.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command to an experiment and what became of it.
 *
 * @param kind approve, reject, abort, pause, resume or extend
 * @param state PENDING until the workflow has spoken, then ACCEPTED or REFUSED
 * @param code why it was refused
 * @param message one sentence; a refusal names what won
 */
public record CommandResponse(
        String id,
        String experiment,
        String kind,
        String actor,
        @Nullable String reason,
        @Nullable String duration,
        String state,
        @Nullable String code,
        @Nullable String message,
        Instant createdAt) {}
