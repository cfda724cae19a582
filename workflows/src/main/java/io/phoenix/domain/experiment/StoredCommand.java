package io.phoenix.domain.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A command and, once the workflow or the relay has spoken, its decision. */
public record StoredCommand(Command command, @Nullable CommandDecision decision, Instant createdAt) {}
