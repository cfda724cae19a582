package io.phoenix.domain.experiment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message to the engine: start a workflow or deliver a command. */
public sealed interface OutboxEntry {
    UUID id();

    ExperimentRef ref();

    /** How often delivery was tried before. */
    int attempts();

    /** Start the workflow of the experiment. */
    record Start(UUID id, ExperimentRef ref, int attempts) implements OutboxEntry {}

    /** Deliver the command as an Update with the command's id. */
    record Deliver(UUID id, ExperimentRef ref, int attempts, Command command) implements OutboxEntry {}

    /**
     * A command that this version cannot read, so that nobody delivers it; whoever waits for it must hear so.
     *
     * @param command its id; null when not even that can be read
     * @param why one sentence
     */
    record Unreadable(
            UUID id,
            ExperimentRef ref,
            int attempts,
            @Nullable UUID command,
            String why) implements OutboxEntry {}
}
