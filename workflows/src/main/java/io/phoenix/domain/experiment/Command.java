package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked of a running experiment; its id makes delivery idempotent.
 *
 * @param actor subject that asked, or {@link #UNVERIFIED} for a signal from the engine's own tools
 * @param duration only for extend: time added to the measurement
 */
public record Command(
        UUID id,
        CommandKind kind,
        String actor,
        @Nullable String reason,
        @Nullable Duration duration) {
    /** The actor of signals that the engine's own UI or command line sent. */
    public static final String UNVERIFIED = "engine:unverified";

    public Command {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(actor, "actor");
    }
}
