package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.CommandDecision;
import java.util.Objects;
import java.util.UUID;

/** A command that was accepted and what was answered; the same id again gets the same answer. */
public record ProcessedCommand(UUID id, CommandDecision decision) {
    public ProcessedCommand {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(decision, "decision");
    }
}
