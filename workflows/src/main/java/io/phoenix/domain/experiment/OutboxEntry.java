package io.phoenix.domain.experiment;

import java.util.UUID;

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
}
